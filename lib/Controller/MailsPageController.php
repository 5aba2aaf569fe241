<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Delivery\MailLinks;
use OCA\Reseau\Delivery\MailsPage;
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

/** The page behind the link in a daily mail, which turns it off without logging in: opening it changes nothing. */
class MailsPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly MailLinks $links,
		private readonly MailsPage $page,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauMails')]
	#[FrontpageRoute(verb: 'GET', url: '/mails/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function show(string $token): TemplateResponse {
		return LightPage::answer(fn (): array => $this->page->choices($this->links->open($token)), $this->page->gone(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauMails')]
	#[FrontpageRoute(verb: 'POST', url: '/mails/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function answer(string $token, mixed $answer = ''): TemplateResponse {
		return LightPage::answer(function () use ($token, $answer): array {
			$uid = $this->links->open($token);
			return $this->page->choices($uid, $this->page->take($uid, $answer));
		}, $this->page->gone(...));
	}
}
