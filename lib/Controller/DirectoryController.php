<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Directory\MemberChoices;
use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Input;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/**
 * Searches cards. Separate from MemberController because a request for every typed letter needs nothing of what writes cards.
 */
class DirectoryController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly MemberSearch $search,
		private readonly MemberChoices $choices,
		private readonly Viewers $viewers,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members')]
	public function list(mixed $q = '', mixed $facet = [], mixed $sort = '', mixed $cursor = '', mixed $limit = MemberSearch::DEFAULT_LIMIT): DataResponse {
		return new DataResponse($this->search->directory(
			$this->viewers->current(),
			MemberSearch::criteria($q, $facet),
			Input::string($sort, 'sort'),
			Input::string($cursor, 'cursor'),
			Input::number($limit) ?? 0,
		));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/facets')]
	public function facets(mixed $q = '', mixed $facet = [], mixed $of = ''): DataResponse {
		$choices = $this->choices->of($this->viewers->current(), MemberSearch::criteria($q, $facet), Input::string($of, 'of'));
		return new DataResponse(['choices' => $choices]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/handouts')]
	public function handouts(mixed $q = '', mixed $facet = [], mixed $sort = '', mixed $cursor = '', mixed $limit = MemberSearch::DEFAULT_LIMIT, mixed $ids = null): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($ids !== null ? $this->search->handoutsOf($viewer, $ids) : $this->search->handouts(
			$viewer,
			MemberSearch::criteria($q, $facet),
			Input::string($sort, 'sort'),
			Input::string($cursor, 'cursor'),
			Input::number($limit) ?? 0,
		));
	}
}
