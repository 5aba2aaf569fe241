<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Letter\LetterReport;
use OCA\Reseau\Letter\LetterRules;
use OCA\Reseau\Letter\Letters;
use OCA\Reseau\Letter\PreviewLetter;
use OCA\Reseau\Letter\Recipients;
use OCA\Reseau\Letter\SendLetter;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Input;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The recipients of a letter, and sending it. Shapes, rights and reasons of every endpoint are in src/letter/api.ts. */
class LetterSendingController extends OCSController {
	private const ONE = ['letter' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Letters $letters,
		private readonly Recipients $recipients,
		private readonly PreviewLetter $previews,
		private readonly SendLetter $sending,
		private readonly LetterReport $report,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/letters/{letter}/readers', requirements: self::ONE)]
	public function count(int $letter): DataResponse {
		$viewer = $this->viewers->current();
		$draft = $this->letters->draft($viewer, $letter);
		$this->recipients->prepare($draft);
		return new DataResponse($this->recipients->count($draft, $this->previews->passagesAlone($viewer, $draft)) + [
			'unreached' => $this->recipients->unreached($viewer, $draft),
			'readers' => $this->recipients->page($draft, 0, LetterRules::LIMITS['page']),
		]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/letters/{letter}/readers', requirements: self::ONE)]
	public function readers(int $letter): DataResponse {
		$draft = $this->letters->draft($this->viewers->current(), $letter);
		return new DataResponse(['readers' => $this->recipients->page($draft, Input::number($this->request->getParam('after')) ?? 0, LetterRules::LIMITS['page'])]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/letters/{letter}/sending', requirements: self::ONE)]
	public function send(int $letter): DataResponse {
		$this->sending->begin($this->viewers->current(), $letter, $this->request->getParams());
		return $this->reported($letter);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/letters/{letter}/sending', requirements: self::ONE)]
	public function report(int $letter): DataResponse {
		return $this->reported($letter, Input::number($this->request->getParam('after')) ?? 0);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/letters/{letter}/sending', requirements: self::ONE)]
	public function stop(int $letter): DataResponse {
		$this->sending->stop($this->viewers->current(), $letter);
		return $this->reported($letter);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/letters/{letter}/sending', requirements: self::ONE)]
	public function resume(int $letter): DataResponse {
		$this->sending->resume($this->viewers->current(), $letter);
		return $this->reported($letter);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/letters/{letter}/sending/again', requirements: self::ONE)]
	public function again(int $letter): DataResponse {
		$this->sending->resend($this->viewers->current(), $letter, $this->request->getParam('state'));
		return $this->reported($letter);
	}

	private function reported(int $id, int $after = 0): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->report->of($viewer, $this->letters->one($viewer, $id), $after));
	}
}
