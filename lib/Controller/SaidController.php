<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Session\AnswerSaid;
use OCA\Reseau\Session\Said;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** What people said in sessions, for themselves. Shapes, rights and reasons of every endpoint are in src/session/api.ts. */
class SaidController extends OCSController {
	private const ROW = ['said' => '\d{1,18}'];
	private const PAIR = ['pair' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Said $said,
		private readonly AnswerSaid $answering,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/said')]
	public function list(): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse(['rows' => $this->said->rows($viewer), 'pairs' => $this->said->pairs($viewer)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/said/{said}/notice', requirements: self::ROW)]
	public function publish(int $said): DataResponse {
		return new DataResponse(['notice' => $this->answering->publish($this->viewers->current(), $said, $this->request->getParams())], Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/said/{said}', requirements: self::ROW)]
	public function decline(int $said): DataResponse {
		$this->answering->decline($this->viewers->current(), $said);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/said/{said}', requirements: self::ROW)]
	public function undo(int $said): DataResponse {
		$this->answering->undo($this->viewers->current(), $said);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/said/pairs/{pair}', requirements: self::PAIR)]
	public function agree(int $pair): DataResponse {
		$this->answering->agree($this->viewers->current(), $pair);
		return new DataResponse(null);
	}
}
