<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\OwnPage\LeavePage;
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

/** The page that the link in a letter opens, to stop the letter. Opening it changes nothing. Mail programs post to the same address (RFC 8058). */
class LeavePageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly LeavePage $page,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauLeave')]
	#[FrontpageRoute(verb: 'GET', url: '/leave/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function show(string $token): TemplateResponse {
		return LightPage::answer(fn (): array => $this->page->page($token), $this->page->gone(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauLeave')]
	#[FrontpageRoute(verb: 'POST', url: '/leave/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function leave(string $token, mixed $answer = ''): TemplateResponse {
		$oneClick = $this->request->getParam('List-Unsubscribe') === 'One-Click';
		// Mail providers post for many readers from a few computers: a link that no longer works does not slow down the others.
		return LightPage::answer(fn (): array => $this->page->take($token, $answer, $oneClick), $this->page->gone(...), throttles: !$oneClick);
	}
}
