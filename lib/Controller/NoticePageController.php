<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Notice\NoticePage;
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

/** The page behind the link in the mail before a notice ends: opening it changes nothing. */
class NoticePageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly NoticePage $page,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauNotice')]
	#[FrontpageRoute(verb: 'GET', url: '/notice/{token}', requirements: ['token' => '[A-Za-z0-9-]{1,64}'])]
	public function show(string $token): TemplateResponse {
		return LightPage::answer(fn (): array => $this->page->question($token), $this->page->gone(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauNotice')]
	#[FrontpageRoute(verb: 'POST', url: '/notice/{token}', requirements: ['token' => '[A-Za-z0-9-]{1,64}'])]
	public function answer(string $token, mixed $answer = '', mixed $outcome = ''): TemplateResponse {
		return LightPage::answer(
			fn (): array => $this->page->answer($token, is_string($answer) ? $answer : '', is_string($outcome) ? $outcome : ''),
			$this->page->gone(...),
		);
	}
}
