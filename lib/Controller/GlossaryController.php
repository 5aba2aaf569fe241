<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Vocabulary\Glossary;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserSession;

/** The network's glossary, which facilitators edit (src/settings/api.ts). */
class GlossaryController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Glossary $glossary,
		private readonly Network $network,
		private readonly IUserSession $session,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/glossary')]
	public function glossary(): DataResponse {
		return new DataResponse($this->glossary->glossary());
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/glossary')]
	public function addToGlossary(): DataResponse {
		$this->requireFacilitator();
		return new DataResponse($this->glossary->add($this->request->getParams()), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/glossary/{entry}', requirements: ['entry' => '\d{1,18}'])]
	public function changeGlossary(int $entry): DataResponse {
		$this->requireFacilitator();
		$input = $this->request->getParams();
		return new DataResponse($this->glossary->change($entry, $input, Input::version($input)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/glossary/{entry}', requirements: ['entry' => '\d{1,18}'])]
	public function removeFromGlossary(int $entry): DataResponse {
		$this->requireFacilitator();
		return new DataResponse($this->glossary->remove($entry));
	}

	private function requireFacilitator(): void {
		$this->network->requireFacilitator((string)$this->session->getUser()?->getUID());
	}
}
