<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Map\BridgeKind;
use OCA\Reseau\Map\Bridges;
use OCA\Reseau\Map\NetworkMap;
use OCA\Reseau\Map\TerritoryMap;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The maps of the network. Shapes, rights and reasons of every endpoint are in src/map/api.ts. */
class MapController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly NetworkMap $network,
		private readonly TerritoryMap $territories,
		private readonly Bridges $bridges,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/map/network')]
	public function network(mixed $sector = '', mixed $territory = ''): DataResponse {
		return new DataResponse($this->network->of($this->viewers->current(), Input::string($sector, 'sector'), Input::string($territory, 'territory')));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/map/territories')]
	public function territories(): DataResponse {
		return new DataResponse($this->territories->of($this->viewers->current()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/map/bridges')]
	public function bridges(mixed $by = ''): DataResponse {
		$kind = BridgeKind::tryFrom(is_string($by) ? $by : '') ?? throw new ReasonException('unknown_kind', details: ['field' => 'by']);
		return new DataResponse($this->bridges->between($this->viewers->current(), $kind));
	}
}
