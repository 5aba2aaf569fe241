<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Group\CharterAcceptance;
use OCA\Reseau\Group\GroupAccess;
use OCA\Reseau\Group\GroupPresenter;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Input;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The network's charter as people read and accept it: src/group/api.ts. */
class CharterController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly CharterAcceptance $charter,
		private readonly Groups $groups,
		private readonly GroupAccess $access,
		private readonly GroupPresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/charter')]
	public function charter(): DataResponse {
		return new DataResponse($this->charter->present($this->viewers->current()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/charter/acceptance')]
	public function acceptCharter(): DataResponse {
		$viewer = $this->viewers->current();
		$version = Input::version($this->request->getParams());
		$this->charter->accept($this->access->own($viewer), $version, 'in the app', $viewer->uid);
		return $this->charter();
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/{group}/charter-acceptances', requirements: ['group' => '\d{1,18}'])]
	public function acceptances(int $group): DataResponse {
		$viewer = $this->viewers->current();
		$people = $this->groups->one($group);
		$this->access->requireSteering($viewer, $people);
		return new DataResponse($this->presenter->acceptances($viewer, $people));
	}
}
