<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\WelcomeText;
use OCA\Reseau\Shared\Input;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserSession;

/** The network's welcome text: src/settings/api.ts. */
class WelcomeController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly WelcomeText $welcome,
		private readonly Network $network,
		private readonly IUserSession $session,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/welcome')]
	public function get(): DataResponse {
		$this->network->requireFacilitator($this->uid());
		return new DataResponse(['text' => $this->welcome->text()]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/network/welcome')]
	public function write(mixed $text = null, mixed $was = null): DataResponse {
		$this->welcome->write($this->uid(), $text, $was);
		return $this->get();
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/network/welcome/read')]
	public function dismiss(mixed $read = null): DataResponse {
		$this->welcome->dismiss($this->uid(), Input::flag($read ?? 'neither', 'read'));
		return new DataResponse(null);
	}

	private function uid(): string {
		return (string)$this->session->getUser()?->getUID();
	}
}
