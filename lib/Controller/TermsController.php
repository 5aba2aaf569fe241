<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Vocabulary\Event\CatchingUp;
use OCA\Reseau\Vocabulary\StarterVocabulary;
use OCA\Reseau\Vocabulary\TermEditor;
use OCA\Reseau\Vocabulary\TermPresenter;
use OCA\Reseau\Vocabulary\TermStates;
use OCA\Reseau\Vocabulary\ThemeSuggestions;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUserSession;

/** The network's terms, and how facilitators change them (src/settings/api.ts). */
class TermsController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Vocabulary $vocabulary,
		private readonly TermPresenter $presenter,
		private readonly TermEditor $editor,
		private readonly TermStates $states,
		private readonly StarterVocabulary $starter,
		private readonly ThemeSuggestions $suggestions,
		private readonly Network $network,
		private readonly IUserSession $session,
		private readonly IEventDispatcher $events,
		private readonly IL10N $l,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/vocabulary')]
	public function vocabulary(): DataResponse {
		return new DataResponse($this->vocabulary->present($this->l->getLanguageCode()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/vocabulary/terms')]
	public function lists(): DataResponse {
		return new DataResponse($this->presenter->lists($this->uid()));
	}

	/** POST, so that what a person is writing is in no log. */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/vocabulary/suggestions')]
	public function suggest(mixed $text = ''): DataResponse {
		return new DataResponse(['themes' => $this->suggestions->of($text)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/vocabulary/own-words')]
	public function ownWords(): DataResponse {
		return new DataResponse($this->presenter->ownWords($this->facilitator()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/vocabulary/terms')]
	public function add(): DataResponse {
		return new DataResponse($this->editor->add($this->facilitator(), $this->request->getParams()), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/vocabulary/terms/{term}', requirements: ['term' => '\d{1,18}'])]
	public function change(int $term): DataResponse {
		$uid = $this->facilitator();
		$input = $this->request->getParams();
		return new DataResponse($this->editor->change($uid, $term, $input, Input::version($input)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/vocabulary/terms/{term}/state', requirements: ['term' => '\d{1,18}'])]
	public function setState(int $term): DataResponse {
		$uid = $this->facilitator();
		$input = $this->request->getParams();
		return new DataResponse($this->states->change($uid, $term, $input, Input::version($input)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/vocabulary/terms/{term}/place', requirements: ['term' => '\d{1,18}'])]
	public function place(int $term, mixed $after = null): DataResponse {
		$this->facilitator();
		$this->editor->place($term, $after === null ? null : Input::number($after) ?? 0);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/vocabulary/starter')]
	public function begin(): DataResponse {
		$this->facilitator();
		return new DataResponse($this->starter->load()->counts());
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/vocabulary/catch-up')]
	public function catchUp(): DataResponse {
		$this->facilitator();
		$left = new CatchingUp(true);
		$this->events->dispatchTyped($left);
		return new DataResponse(['left' => $left->left()]);
	}

	private function uid(): string {
		return (string)$this->session->getUser()?->getUID();
	}

	private function facilitator(): string {
		$uid = $this->uid();
		$this->network->requireFacilitator($uid);
		return $uid;
	}
}
