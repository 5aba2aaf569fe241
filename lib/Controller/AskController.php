<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Minutes\AskMail;
use OCA\Reseau\Minutes\AskPeople;
use OCA\Reseau\Minutes\Asks;
use OCA\Reseau\Minutes\MinutesAccess;
use OCA\Reseau\Minutes\MinutesService;
use OCA\Reseau\Shared\Fields;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Invites people to groups, those without an account by mail (src/minutes/ask/api.ts). */
class AskController extends OCSController {
	/** Characters of a purpose, as GROUP_LIMITS of src/group/model.ts. */
	private const PURPOSE = 4000;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly MinutesAccess $access,
		private readonly Asks $asks,
		private readonly AskPeople $asking,
		private readonly AskMail $mail,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/{group}/asks', requirements: ['group' => '\d{1,18}'])]
	public function list(int $group): DataResponse {
		return new DataResponse($this->asks->waiting($this->access->steered($this->access->viewer(), $group)->id()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/asks', requirements: ['group' => '\d{1,18}'])]
	public function ask(int $group): DataResponse {
		$viewer = $this->access->viewer();
		$inviting = $this->access->inviting($viewer, $group);
		return new DataResponse(['people' => $this->asking->ask($viewer, $inviting, $this->request->getParams()['people'] ?? null)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/asks/mail')]
	public function mail(mixed $title = '…', mixed $purpose = ''): DataResponse {
		return new DataResponse($this->mail->preview(
			(string)$this->access->viewer()->uid,
			Fields::text($title, 'title', MinutesService::TITLE),
			Fields::text($purpose, 'purpose', self::PURPOSE),
		));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/asks/{ask}/again', requirements: ['ask' => '\d{1,18}'])]
	public function again(int $ask): DataResponse {
		$viewer = $this->access->viewer();
		$asked = $this->asks->get($ask);
		$this->asking->again($viewer, $this->access->inviting($viewer, $asked->getGroupId()), $asked);
		return new DataResponse($this->asks->present($asked));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/asks/{ask}', requirements: ['ask' => '\d{1,18}'])]
	public function takeBack(int $ask): DataResponse {
		$asked = $this->asks->get($ask);
		$this->access->steered($this->access->viewer(), $asked->getGroupId());
		$this->asks->takeBack($asked);
		return new DataResponse(null);
	}
}
