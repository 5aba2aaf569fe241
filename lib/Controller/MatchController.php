<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Matching\DeclineMatch;
use OCA\Reseau\Matching\MatchAccess;
use OCA\Reseau\Matching\MatchPresenter;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** People who could meet. Shapes, rights and reasons of every endpoint are in src/matching/api.ts. */
class MatchController extends OCSController {
	private const MOST = 20;
	private const OF_NOTICE = 5;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly MatchPresenter $presenter,
		private readonly MatchAccess $access,
		private readonly DeclineMatch $declining,
		private readonly Viewers $viewers,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/matches')]
	public function list(mixed $limit = self::MOST, mixed $member = null): DataResponse {
		$most = Input::number($limit) ?? 0;
		if ($most < 1 || $most > self::MOST) {
			throw new ReasonException('bad_limit', details: ['max' => self::MOST]);
		}
		$viewer = $this->viewers->current();
		$subject = $this->access->subject($viewer, $member);
		return new DataResponse(['matches' => $subject === null ? [] : $this->presenter->list($viewer, $subject, $most)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/matches/{id}', requirements: ['id' => '\d{1,18}'])]
	public function show(int $id): DataResponse {
		$viewer = $this->viewers->current();
		$other = $this->access->seen($viewer, $id);
		$subject = $this->access->subject($viewer, null);
		return new DataResponse(['match' => $subject === null ? null : $this->presenter->between($viewer, $subject, $other)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/notices/{notice}/matches', requirements: ['notice' => '\d{1,18}'])]
	public function ofNotice(int $notice): DataResponse {
		$viewer = $this->viewers->current();
		[$subject, $open] = $this->access->notice($viewer, $notice);
		return new DataResponse(['matches' => $open === null ? [] : $this->presenter->ofNotice($viewer, $subject, $open, self::OF_NOTICE)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/matches/{id}/decline', requirements: ['id' => '\d{1,18}'])]
	public function decline(int $id, mixed $member = null): DataResponse {
		$viewer = $this->viewers->current();
		$this->declining->decline($this->access->needed($viewer, $member), $this->access->seen($viewer, $id));
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/matches/{id}/decline', requirements: ['id' => '\d{1,18}'])]
	public function undo(int $id, mixed $member = null): DataResponse {
		$viewer = $this->viewers->current();
		$this->declining->undo($this->access->needed($viewer, $member), $this->access->seen($viewer, $id));
		return new DataResponse(null);
	}
}
