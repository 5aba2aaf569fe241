<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Calendar\CalendarPresenter;
use OCA\Reseau\Calendar\Feeds;
use OCA\Reseau\Member\Viewers;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** A person's dates and the addresses of their calendar. Shapes, rights and reasons of every endpoint are in src/calendar/api.ts. */
class CalendarController extends OCSController {
	private const FEED = ['feed' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Feeds $feeds,
		private readonly CalendarPresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/calendar')]
	public function dates(): DataResponse {
		return new DataResponse($this->presenter->dates($this->viewers->current()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/calendar/addresses')]
	public function addresses(): DataResponse {
		return new DataResponse($this->presenter->feeds($this->viewers->current()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/calendar/addresses/{feed}', requirements: self::FEED)]
	public function make(int $feed): DataResponse {
		$viewer = $this->viewers->current();
		$this->feeds->make($viewer, $feed);
		return new DataResponse($this->presenter->feeds($viewer));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/calendar/addresses/{feed}', requirements: self::FEED)]
	public function remove(int $feed): DataResponse {
		$viewer = $this->viewers->current();
		$this->feeds->remove($viewer, $feed);
		return new DataResponse($this->presenter->feeds($viewer));
	}
}
