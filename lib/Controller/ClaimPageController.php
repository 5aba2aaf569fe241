<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Claim\ClaimPage;
use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Shared\LightPage;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;

/** The page behind the link in the mail that hands a card over: it needs no login, and opening it changes nothing. */
class ClaimPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly ClaimPage $page,
		private readonly AnswerPage $pages,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauClaim')]
	#[FrontpageRoute(verb: 'GET', url: '/card/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function show(string $token): TemplateResponse {
		return LightPage::answer(fn (): array => $this->page->question($token), $this->pages->gone(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauClaim')]
	#[FrontpageRoute(verb: 'POST', url: '/card/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function send(string $token, mixed $answer = ''): TemplateResponse {
		return LightPage::answer(fn (): array => $answer === 'send' ? $this->page->sendLink($token) : $this->page->question($token), $this->pages->gone(...));
	}
}
