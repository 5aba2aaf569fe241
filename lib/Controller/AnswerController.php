<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\LightPage;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\RedirectResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;
use OCP\IURLGenerator;

/**
 * The page behind the link in the mail that asked a person without an account: it needs no login. Opening it changes nothing, because mail scanners
 * do so; a button sends the answer. The token in the address is all that is needed, so a forged request can do no more than a holder of the token
 * (docs/decisions/0016).
 */
class AnswerController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly AnswerConsent $answers,
		private readonly AnswerPage $page,
		private readonly IURLGenerator $urls,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauConsent')]
	#[FrontpageRoute(verb: 'GET', url: '/consent/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function show(string $token): Response {
		return $this->toOwnPage($token) ?? $this->answered(fn (): array => $this->page->card($this->answers->open($token)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauConsent')]
	#[FrontpageRoute(verb: 'POST', url: '/consent/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function answer(string $token, mixed $answer = '', mixed $version = null): Response {
		$page = $this->answered(function () use ($token, $answer, $version): array {
			if ($answer === 'refuse') {
				$this->answers->refuse($token);
				return $this->page->erased();
			}
			if ($answer !== 'accept') {
				return $this->page->card($this->answers->open($token));
			}
			try {
				return $this->page->card($this->answers->accept($token, Input::count($version) ?? 0));
			} catch (ReasonException $e) {
				if ($e->reason !== 'stale_version') {
					throw $e;
				}
				return $this->page->card($this->answers->open($token), changed: true);
			}
		});
		return $this->toOwnPage($token) ?? $page;
	}

	/** Once they have agreed, the link redirects to their page. */
	private function toOwnPage(string $token): ?RedirectResponse {
		return $this->answers->hasAgreed($token) ? new RedirectResponse($this->urls->linkToRoute('reseau.page.index') . "own/$token", Http::STATUS_SEE_OTHER) : null;
	}

	/** @param callable(): array<string, mixed> $view */
	private function answered(callable $view): TemplateResponse {
		return LightPage::answer($view, $this->page->gone(...));
	}
}
