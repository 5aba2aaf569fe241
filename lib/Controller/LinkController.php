<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Link\FindThings;
use OCA\Reseau\Link\LinkPresenter;
use OCA\Reseau\Link\LinkRules;
use OCA\Reseau\Link\MakeLink;
use OCA\Reseau\Link\Neighbourhood;
use OCA\Reseau\Link\RemoveLink;
use OCA\Reseau\Member\Viewers;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** What is around a thing, and links between two. Shapes, rights and reasons of every endpoint are in src/link/api.ts. */
class LinkController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Neighbourhood $neighbourhood,
		private readonly FindThings $finding,
		private readonly MakeLink $making,
		private readonly RemoveLink $removing,
		private readonly LinkPresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/neighbourhood/{type}/{id}', requirements: ['type' => '[a-z]{1,16}', 'id' => '\d{1,19}'])]
	public function neighbourhood(string $type, string $id, mixed $kind = null, mixed $limit = null, mixed $beside = null): DataResponse {
		$ref = LinkRules::at($type, $id);
		$kind = LinkRules::kind($kind);
		$most = LinkRules::limit($limit, $kind);
		return new DataResponse($this->neighbourhood->around($this->viewers->current(), $ref, $kind, $most, LinkRules::beside($beside)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/things')]
	public function things(mixed $q = null, mixed $type = null): DataResponse {
		$words = LinkRules::words($q);
		return new DataResponse($this->presenter->things($this->finding->find($this->viewers->current(), $words, LinkRules::type($type))));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/relations')]
	public function relations(): DataResponse {
		return new DataResponse($this->presenter->relations());
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/links')]
	public function create(): DataResponse {
		$link = $this->making->make($this->viewers->current(), $this->request->getParams());
		return new DataResponse($this->presenter->link($link), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/links/{link}', requirements: ['link' => '\d{1,18}'])]
	public function remove(int $link): DataResponse {
		$this->removing->remove($this->viewers->current(), $link);
		return new DataResponse(null);
	}
}
