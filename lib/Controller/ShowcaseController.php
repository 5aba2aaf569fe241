<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Showcase\Showcase;
use OCA\Reseau\Showcase\ShowcaseChoices;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Opening the public showcase, and choosing to be in it. Shapes, rights and reasons of every endpoint are in src/showcase/api.ts. */
class ShowcaseController extends OCSController {
	private const CARD = ['id' => '\d{1,18}'];
	private const GROUP = ['group' => '\d{1,18}'];
	private const SHEET = ['file' => '\d{1,18}'];
	private const NOTICE = ['notice' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Showcase $showcase,
		private readonly ShowcaseChoices $choices,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/showcase')]
	public function show(): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->showcase->present($viewer) + ['groups' => $this->choices->ownGroups($viewer), 'stories' => $this->choices->ownStories($viewer), 'notices' => $this->choices->ownNotices($viewer)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/showcase')]
	public function change(mixed $open = null): DataResponse {
		$this->showcase->change($this->viewers->current(), $open);
		return $this->show();
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/{id}/showcase', requirements: self::CARD)]
	public function card(int $id): DataResponse {
		return new DataResponse($this->choices->ofCard($this->viewers->current(), $id));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/members/{id}/showcase', requirements: self::CARD)]
	public function chooseCard(int $id): DataResponse {
		$this->choices->chooseCard($this->viewers->current(), $id, $this->request->getParams());
		return $this->card($id);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/{group}/showcase', requirements: self::GROUP)]
	public function group(int $group): DataResponse {
		return new DataResponse($this->choices->ofGroup($this->viewers->current(), $group));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/groups/{group}/showcase', requirements: self::GROUP)]
	public function chooseGroup(int $group): DataResponse {
		$this->choices->chooseGroup($this->viewers->current(), $group, $this->request->getParams());
		return $this->group($group);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/sheets/{file}/showcase', requirements: self::SHEET)]
	public function sheet(int $file): DataResponse {
		return new DataResponse($this->choices->ofSheet($this->viewers->current(), $file));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/sheets/{file}/showcase', requirements: self::SHEET)]
	public function chooseSheet(int $file): DataResponse {
		return new DataResponse($this->choices->chooseSheet($this->viewers->current(), $file, $this->request->getParams()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/notices/{notice}/showcase', requirements: self::NOTICE)]
	public function notice(int $notice): DataResponse {
		return new DataResponse($this->choices->ofNotice($this->viewers->current(), $notice));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/notices/{notice}/showcase', requirements: self::NOTICE)]
	public function chooseNotice(int $notice): DataResponse {
		$this->choices->chooseNotice($this->viewers->current(), $notice, $this->request->getParams());
		return $this->notice($notice);
	}
}
