<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Meeting\MeetingPresenter;
use OCA\Reseau\Meeting\WriteMeeting;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\OrCurrent;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The meetings of a group. Shapes, rights and reasons of every endpoint are in src/meeting/api.ts. */
class MeetingController extends OCSController {
	use OrCurrent;

	private const GROUP = ['group' => '\d{1,18}'];
	private const ONE = ['group' => '\d{1,18}', 'meeting' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly WriteMeeting $writing,
		private readonly MeetingPresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/{group}/meetings', requirements: self::GROUP)]
	public function list(int $group): DataResponse {
		return new DataResponse($this->presenter->list($this->viewers->current(), $group));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/meetings', requirements: self::GROUP)]
	public function create(int $group): DataResponse {
		return $this->meeting($this->writing->make($this->viewers->current(), $group, $this->request->getParams()), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/groups/{group}/meetings/{meeting}', requirements: self::ONE)]
	public function edit(int $group, int $meeting): DataResponse {
		return $this->changed($meeting, fn () => $this->writing->change($this->viewers->current(), $group, $meeting, $this->request->getParams()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/groups/{group}/meetings/{meeting}', requirements: self::ONE)]
	public function cancel(int $group, int $meeting, mixed $version = null): DataResponse {
		return $this->changed($meeting, fn () => $this->writing->cancel($this->viewers->current(), $group, $meeting, $version));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/meetings/{meeting}', requirements: self::ONE)]
	public function restore(int $group, int $meeting): DataResponse {
		return $this->changed($meeting, fn () => $this->writing->restore($this->viewers->current(), $group, $meeting, $this->request->getParams()));
	}

	private function changed(int $meeting, callable $change): DataResponse {
		$this->orCurrent($change, fn (): array => $this->presenter->one($this->viewers->current(), $meeting));
		return $this->meeting($meeting);
	}

	private function meeting(int $id, int $status = Http::STATUS_OK): DataResponse {
		return new DataResponse($this->presenter->one($this->viewers->current(), $id), $status);
	}
}
