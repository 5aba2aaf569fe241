<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\Asking\AskConsent;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Mail\OutsideMails;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Asking people without an account for their consent, and recording that they refuse (src/member/api.ts). */
class ConsentController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly MemberAccess $access,
		private readonly MemberPresenter $presenter,
		private readonly AskConsent $asking,
		private readonly AnswerConsent $answers,
		private readonly Viewers $viewers,
		private readonly OutsideMails $mails,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/kept/unasked')]
	public function unasked(): DataResponse {
		return new DataResponse($this->asking->unasked($this->viewers->current()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/{id}/consent-mail', requirements: ['id' => '\d{1,18}'])]
	public function preview(int $id): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->asking->preview($this->access->kept($viewer, $id), (string)$viewer->uid));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/members/{id}/consent-mail', requirements: ['id' => '\d{1,18}'])]
	public function ask(int $id): DataResponse {
		$viewer = $this->viewers->current();
		$member = $this->access->kept($viewer, $id);
		$this->mails->count($viewer);
		$this->asking->ask($member, (string)$viewer->uid);
		return new DataResponse($this->presenter->present($viewer, $member), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/members/{id}/consent-mail', requirements: ['id' => '\d{1,18}'])]
	public function takeBack(int $id): DataResponse {
		$viewer = $this->viewers->current();
		$member = $this->access->kept($viewer, $id);
		$this->asking->revoke($member);
		return new DataResponse($this->presenter->present($viewer, $member));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/members/{id}/refusal', requirements: ['id' => '\d{1,18}'])]
	public function refuse(int $id): DataResponse {
		$this->answers->refuseFor($this->access->kept($this->viewers->current(), $id));
		return new DataResponse(null);
	}
}
