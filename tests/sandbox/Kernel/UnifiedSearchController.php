<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use DateTimeImmutable;
use InvalidArgumentException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserManager;
use OCP\IUserSession;
use OCP\Search\IProvider;
use Sandbox\Service\SearchFilter;
use Sandbox\Service\SearchQuery;

/** The part of Nextcloud's unified search that asks one provider. */
class UnifiedSearchController extends OCSController {
	private const DEFAULT_LIMIT = 5;
	private const MAX_LIMIT = 25;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly IUserSession $session,
		private readonly IUserManager $users,
		private readonly Registration $registration,
		private readonly Container $container,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[ApiRoute(verb: 'GET', url: '/providers/{providerId}/search', root: '/search')]
	public function search(string $providerId, string $term = '', ?int $limit = null, $cursor = null, string $since = '', string $until = '', string $person = ''): DataResponse {
		$filters = array_map(static fn (string $date): DateTimeImmutable => new DateTimeImmutable($date), array_filter(['since' => $since, 'until' => $until]))
			+ ($person === '' ? [] : ['person' => $this->users->get($person)]);
		if ((trim($term) === '' && $filters === []) || in_array(null, $filters, true)) {
			return new DataResponse('No valid filters provided', Http::STATUS_BAD_REQUEST);
		}
		$filters = array_map(static fn (mixed $value): SearchFilter => new SearchFilter($value), $filters);
		$query = new SearchQuery($term, max(1, min($limit ?? self::DEFAULT_LIMIT, self::MAX_LIMIT)), $cursor, $filters);
		return new DataResponse($this->provider($providerId)->search($this->session->getUser(), $query)->jsonSerialize());
	}

	private function provider(string $id): IProvider {
		foreach ($this->registration->searchProviders as $class) {
			$provider = $this->container->get($class);
			if ($provider->getId() === $id) {
				return $provider;
			}
		}
		throw new InvalidArgumentException("Provider $id is unknown");
	}
}
