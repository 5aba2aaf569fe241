<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\NetworkTexts;
use OCA\Reseau\Settings\WelcomeText;
use OCA\Reseau\Shared\Input;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserSession;

/** The network's welcome text, and the beginning and end of its letters: src/settings/api.ts. */
class NetworkTextController extends OCSController {
	private const PLACES = ['opening' => NetworkTexts::LETTER_OPENING, 'closing' => NetworkTexts::LETTER_CLOSING];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly NetworkTexts $texts,
		private readonly WelcomeText $welcome,
		private readonly Network $network,
		private readonly IUserSession $session,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/welcome')]
	public function welcome(): DataResponse {
		return $this->text(NetworkTexts::WELCOME);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/network/welcome')]
	public function writeWelcome(mixed $text = null, mixed $was = null): DataResponse {
		return $this->write(NetworkTexts::WELCOME, $text, $was);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/network/welcome/read')]
	public function dismissWelcome(mixed $read = null): DataResponse {
		$this->welcome->dismiss($this->uid(), Input::flag($read ?? 'neither', 'read'));
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/letter/{place}', requirements: ['place' => 'opening|closing'])]
	public function letterText(string $place): DataResponse {
		return $this->text(self::PLACES[$place]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/network/letter/{place}', requirements: ['place' => 'opening|closing'])]
	public function writeLetterText(string $place, mixed $text = null, mixed $was = null): DataResponse {
		return $this->write(self::PLACES[$place], $text, $was);
	}

	private function text(string $which): DataResponse {
		$this->network->requireFacilitator($this->uid());
		return new DataResponse(['text' => $this->texts->text($which)]);
	}

	private function write(string $which, mixed $text, mixed $was): DataResponse {
		$this->texts->write($this->uid(), $which, $text, $was);
		return $this->text($which);
	}

	private function uid(): string {
		return (string)$this->session->getUser()?->getUID();
	}
}
