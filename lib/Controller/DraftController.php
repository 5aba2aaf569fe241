<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Minutes\Drafts;
use OCA\Reseau\Minutes\MinutesAccess;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Drafts of minutes, each for the facilitator who has it (src/minutes/draft/api.ts). */
class DraftController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Drafts $drafts,
		private readonly MinutesAccess $access,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/minutes/drafts')]
	public function list(): DataResponse {
		return new DataResponse($this->drafts->of($this->access->facilitator()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/minutes/drafts')]
	public function begin(): DataResponse {
		$draft = $this->drafts->begin($this->access->facilitator(), $this->request->getParams());
		return new DataResponse($this->drafts->summary($draft), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/minutes/drafts/{draft}', requirements: ['draft' => '\d{1,18}'])]
	public function get(int $draft): DataResponse {
		return new DataResponse($this->drafts->present($this->drafts->own($this->access->facilitator(), $draft)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/minutes/drafts/{draft}', requirements: ['draft' => '\d{1,18}'])]
	public function write(int $draft): DataResponse {
		$viewer = $this->access->facilitator();
		$this->drafts->own($viewer, $draft);
		return new DataResponse($this->drafts->summary($this->drafts->write($viewer, $draft, $this->request->getParams())));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/minutes/drafts/{draft}/facilitator', requirements: ['draft' => '\d{1,18}'])]
	public function handOn(int $draft): DataResponse {
		$viewer = $this->access->facilitator();
		$this->drafts->own($viewer, $draft);
		$this->drafts->passOn($viewer, $draft, $this->request->getParams());
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/minutes/drafts/{draft}', requirements: ['draft' => '\d{1,18}'])]
	public function delete(int $draft): DataResponse {
		$this->drafts->delete($this->access->facilitator(), $draft);
		return new DataResponse(null);
	}
}
