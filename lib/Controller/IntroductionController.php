<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Matching\AnswerIntroduction;
use OCA\Reseau\Matching\IntroductionAccess;
use OCA\Reseau\Matching\IntroductionPresenter;
use OCA\Reseau\Matching\Introductions;
use OCA\Reseau\Matching\MatchAccess;
use OCA\Reseau\Matching\Mediate;
use OCA\Reseau\Matching\ProposeIntroduction;
use OCA\Reseau\Matching\TellOutcome;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Introductions of two people. Shapes, rights and reasons of every endpoint are in src/matching/introduction/api.ts. */
class IntroductionController extends OCSController {
	private const ONE = ['introduction' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly IntroductionAccess $access,
		private readonly MatchAccess $cards,
		private readonly ProposeIntroduction $proposing,
		private readonly AnswerIntroduction $answering,
		private readonly TellOutcome $telling,
		private readonly Mediate $mediating,
		private readonly IntroductionPresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/introductions')]
	public function list(): DataResponse {
		return new DataResponse(['introductions' => $this->presenter->list($this->viewers->current())]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/matches/{id}/introduction', requirements: ['id' => '\d{1,18}'])]
	public function propose(int $id, mixed $mediated = null, mixed $member = null): DataResponse {
		$viewer = $this->viewers->current();
		$other = $this->cards->seen($viewer, $id);
		return $this->introduction($this->proposing->propose($viewer, $this->cards->needed($viewer, $member), $other, $mediated), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/introductions/{introduction}/accept', requirements: self::ONE)]
	public function accept(int $introduction): DataResponse {
		$this->answering->accept($this->viewers->current(), $introduction);
		return $this->introduction($introduction);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/introductions/{introduction}', requirements: self::ONE)]
	public function end(int $introduction): DataResponse {
		$this->answering->end($this->viewers->current(), $introduction);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/introductions/{introduction}/absence', requirements: self::ONE)]
	public function absence(int $introduction): DataResponse {
		$this->answering->absence($this->viewers->current(), $introduction, $this->request->getParams());
		return $this->introduction($introduction);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/introductions/{introduction}/outcome', requirements: self::ONE)]
	public function outcome(int $introduction): DataResponse {
		$this->telling->tell($this->viewers->current(), $introduction, $this->request->getParams());
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/mediations')]
	public function mediations(): DataResponse {
		$viewer = $this->viewers->current();
		if (!$viewer->facilitator) {
			throw ReasonException::notYours();
		}
		return new DataResponse(['mediations' => $this->presenter->mediations($viewer)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/introductions/{introduction}/mediation', requirements: self::ONE)]
	public function take(int $introduction): DataResponse {
		$this->mediating->take($this->viewers->current(), $introduction);
		return $this->mediation($introduction);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/introductions/{introduction}/mediation', requirements: self::ONE)]
	public function plan(int $introduction): DataResponse {
		return $this->mediation($introduction, $this->mediating->plan($this->viewers->current(), $introduction, $this->request->getParams()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/introductions/{introduction}/mediation', requirements: self::ONE)]
	public function handOver(int $introduction): DataResponse {
		$this->mediating->handOver($this->viewers->current(), $introduction);
		return $this->mediation($introduction);
	}

	private function introduction(int $id, int $status = Http::STATUS_OK): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->presenter->present($viewer, ...$this->access->own($viewer, $id)), $status);
	}

	/** @param ?list<string> $unreached */
	private function mediation(int $id, ?array $unreached = null): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->presenter->mediation($viewer, $this->access->mediation($viewer, $id), $unreached));
	}
}
