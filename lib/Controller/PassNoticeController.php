<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\PassNotice;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Notices by mail, to people without an account. Shapes, rights and reasons of every endpoint are in src/notice/api.ts. */
class PassNoticeController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly PassNotice $passing,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/notices/{notice}/passed', requirements: ['notice' => '\d{1,18}'])]
	public function passed(int $notice): DataResponse {
		return new DataResponse($this->passing->passed($this->viewers->current(), $notice));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/{id}/notices/{notice}', requirements: ['id' => '\d{1,18}', 'notice' => '\d{1,18}'])]
	public function passing(int $id, int $notice): DataResponse {
		return new DataResponse($this->passing->state($this->viewers->current(), $id, $notice));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/members/{id}/notices/{notice}', requirements: ['id' => '\d{1,18}', 'notice' => '\d{1,18}'])]
	public function pass(int $id, int $notice, mixed $seen = ''): DataResponse {
		$viewer = $this->viewers->current();
		$this->passing->send($viewer, $id, $notice, $seen);
		return new DataResponse($this->passing->state($viewer, $id, $notice), Http::STATUS_CREATED);
	}
}
