<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Tiny\Controller;

use DomainException;
use OCA\Tiny\Thing;
use OCA\Tiny\ThingMapper;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

class ThingController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly ThingMapper $mapper,
		private readonly ?string $userId,
	) {
		parent::__construct($appName, $request);
	}

	#[ApiRoute(verb: 'GET', url: '/api/v1/all')]
	public function all(): DataResponse {
		return new DataResponse([]);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/things/{id}')]
	public function show(int $id): DataResponse {
		return new DataResponse(['id' => $id]);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/things')]
	public function create(string $title, bool $done = false, ?array $tags = null): DataResponse {
		$thing = new Thing();
		$thing->setOwnerUid((string)$this->userId);
		$thing->setTitle($title);
		$thing->setDone($done);
		$this->mapper->insert($thing);
		return new DataResponse(['id' => $thing->getId(), 'title' => $title, 'done' => $done, 'tags' => $tags], Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/page')]
	public function page(int $limit = 20): DataResponse {
		return new DataResponse($limit);
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/fails')]
	public function fails(string $how = ''): DataResponse {
		throw $how === '' ? new \RuntimeException('secret') : new DomainException($how);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 3, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/limited')]
	public function limited(): DataResponse {
		return new DataResponse();
	}

	#[PublicPage]
	#[AnonRateLimit(limit: 50, period: 60)]
	#[BruteForceProtection(action: 'tiny')]
	#[ApiRoute(verb: 'GET', url: '/api/v1/secrets/{token}')]
	public function secret(string $token): DataResponse {
		$response = new DataResponse(['token' => $token], $token === 'right' ? Http::STATUS_OK : Http::STATUS_NOT_FOUND);
		if ($token !== 'right') {
			$response->throttle();
		}
		return $response;
	}
}
