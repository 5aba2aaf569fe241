<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Notice\AnswerByLink;
use OCA\Reseau\Notice\PassedPage;
use OCA\Reseau\Shared\LightPage;
use OCA\Reseau\Shared\ReasonException;
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

/** The page behind the link in a mail with a notice to a person without an account: opening it changes nothing. */
class PassedPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly AnswerByLink $answers,
		private readonly PassedPage $page,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauPassed')]
	#[FrontpageRoute(verb: 'GET', url: '/passed/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function show(string $token): TemplateResponse {
		return LightPage::answer(fn (): array => $this->page->notice($token), $this->page->gone(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauPassed')]
	#[FrontpageRoute(verb: 'POST', url: '/passed/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function answer(string $token, mixed $answer = '', mixed $text = '', mixed $key = ''): TemplateResponse {
		$unsent = $answer === 'send' ? LightPage::typed($text) : '';
		return LightPage::answer(function () use ($token, $answer, $text, $key, &$unsent): array {
			if ($answer === 'stop' || $answer === 'again') {
				$this->answers->stop($token, $answer === 'stop');
			}
			if ($answer === 'send') {
				try {
					$this->answers->send($token, $text, $key);
					$unsent = '';
				} catch (ReasonException $e) {
					if ($e->throttle) {
						throw $e;
					}
					return $this->page->notice($token, $e->reason, $unsent);
				}
			}
			return $this->page->notice($token);
		}, function () use (&$unsent): array {
			return $this->page->gone($unsent);
		});
	}
}
