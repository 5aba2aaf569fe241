<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Subscription\ConsentRecord;
use OCA\Reseau\Subscription\ImportSubscribers;
use OCA\Reseau\Subscription\Subscribers;
use OCA\Reseau\Subscription\TellLetter;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Those who get the letter, and the record of consents, for the facilitators; for keepers, what the person of a card says about it (src/subscription/api.ts). */
class SubscribersController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Subscribers $list,
		private readonly TellLetter $telling,
		private readonly ImportSubscribers $importing,
		private readonly ConsentRecord $record,
		private readonly Viewers $viewers,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/subscribers')]
	public function list(mixed $q = '', mixed $state = 'on', mixed $cursor = ''): DataResponse {
		$viewer = $this->list->facilitator();
		return new DataResponse($this->list->page($viewer, Input::string($state, 'state') === 'off', mb_substr(Input::string($q, 'q'), 0, 254), Input::string($cursor, 'cursor')));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/subscribers/at')]
	public function at(mixed $address = null): DataResponse {
		return new DataResponse($this->list->at($this->list->facilitator(), $address));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/subscribers/{subscriber}', requirements: ['subscriber' => '\d{1,18}'])]
	public function tell(int $subscriber): DataResponse {
		$viewer = $this->list->facilitator();
		return new DataResponse($this->list->presentOne($viewer, $this->telling->ofSubscriber($viewer, $subscriber, $this->request->getParams())));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/subscribers/check')]
	public function check(mixed $rows = null): DataResponse {
		$this->list->facilitator();
		return new DataResponse(['rows' => $this->importing->rows($rows, null)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/subscribers/import')]
	public function import(mixed $rows = null): DataResponse {
		return new DataResponse(['rows' => $this->importing->rows($rows, (string)$this->list->facilitator()->uid)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/letter-settings')]
	public function settings(): DataResponse {
		$this->list->facilitator();
		return new DataResponse($this->list->settings());
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/letter-settings')]
	public function setUp(): DataResponse {
		$this->list->facilitator();
		$this->list->setUp($this->request->getParams());
		return new DataResponse($this->list->settings());
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/consents')]
	public function consents(mixed $cursor = ''): DataResponse {
		$viewer = $this->list->facilitator();
		return new DataResponse($this->record->page($viewer, Input::string($cursor, 'cursor')));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/members/{id}/letter', requirements: ['id' => '\d{1,18}'])]
	public function tellOfCard(int $id): DataResponse {
		return new DataResponse(['wants' => $this->telling->ofCard($this->viewers->current(), $id, $this->request->getParams())]);
	}
}
