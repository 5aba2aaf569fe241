<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Library\LibraryStories;
use OCA\Reseau\Library\ReadLibrary;
use OCA\Reseau\Library\SheetSearch;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The library and its sheets in lists. Shapes, rights and reasons of every endpoint are in src/library/api.ts. */
class LibraryController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly ReadLibrary $library,
		private readonly LibraryStories $stories,
		private readonly SheetSearch $search,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/library')]
	public function get(): DataResponse {
		return new DataResponse($this->library->present($this->viewers->current()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/library/stories')]
	public function stories(): DataResponse {
		return new DataResponse($this->stories->present($this->viewers->current()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/sheets')]
	public function list(mixed $q = '', mixed $facet = [], mixed $sort = '', mixed $cursor = '', mixed $limit = SheetSearch::DEFAULT_LIMIT): DataResponse {
		return new DataResponse($this->search->list(
			$this->viewers->current(),
			SheetSearch::criteria($q, $facet),
			Input::string($sort, 'sort'),
			Input::string($cursor, 'cursor'),
			Input::number($limit) ?? throw new ReasonException('bad_limit', details: ['max' => SheetSearch::MAX_LIMIT]),
			near: true,
		));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/sheets/of-files')]
	public function ofFiles(mixed $file = []): DataResponse {
		return new DataResponse($this->search->ofFiles($this->viewers->current(), $file));
	}
}
