<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\WithoutMail\Calls;
use OCA\Reseau\WithoutMail\WithoutMail;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** People whom no mail reaches, for the keepers of their cards (src/withoutmail/api.ts). */
class WithoutMailController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly WithoutMail $people,
		private readonly Calls $calls,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/without-mail')]
	public function list(mixed $cursor = ''): DataResponse {
		return new DataResponse($this->people->page($this->viewers->current(), Input::string($cursor, 'cursor')));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/{id}/call-sheet', requirements: ['id' => '\d{1,18}'])]
	public function sheet(int $id): DataResponse {
		return new DataResponse($this->people->sheet($this->viewers->current(), $id));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/members/{id}/calls', requirements: ['id' => '\d{1,18}'])]
	public function add(int $id): DataResponse {
		$viewer = $this->viewers->current();
		$this->people->card($viewer, $id);
		$this->calls->add($id, $this->request->getParams(), (string)$viewer->uid);
		return new DataResponse($this->people->sheet($viewer, $id), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/members/{id}/calls/{call}', requirements: ['id' => '\d{1,18}', 'call' => '\d{1,18}'])]
	public function remove(int $id, int $call): DataResponse {
		$viewer = $this->viewers->current();
		$this->people->card($viewer, $id);
		$this->calls->remove($id, $call);
		return new DataResponse($this->people->sheet($viewer, $id));
	}
}
