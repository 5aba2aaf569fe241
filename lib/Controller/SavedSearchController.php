<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Member\SavedSearch\SavedSearches;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserSession;

/** The searches an account keeps (src/member/api.ts). */
class SavedSearchController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly SavedSearches $searches,
		private readonly IUserSession $session,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/searches')]
	public function list(): DataResponse {
		return new DataResponse(['searches' => $this->searches->of($this->uid())]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/searches')]
	public function add(mixed $name = '', mixed $q = '', mixed $facet = []): DataResponse {
		return new DataResponse($this->searches->add($this->uid(), $name, MemberSearch::criteria($q, $facet)), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/searches/{search}', requirements: ['search' => '\d{1,18}'])]
	public function rename(int $search, mixed $name = ''): DataResponse {
		return new DataResponse($this->searches->rename($this->uid(), $search, $name));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/searches/{search}', requirements: ['search' => '\d{1,18}'])]
	public function delete(int $search): DataResponse {
		$this->searches->remove($this->uid(), $search);
		return new DataResponse(null);
	}

	private function uid(): string {
		return (string)$this->session->getUser()?->getUID();
	}
}
