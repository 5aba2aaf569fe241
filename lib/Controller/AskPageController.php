<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Minutes\AnswerAsk;
use OCA\Reseau\Minutes\AskPage;
use OCA\Reseau\Minutes\AskTalk;
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
 * The page behind the link in the mail that invites a person without an account to a group. Like AnswerController's page, it needs no login, and
 * opening it changes nothing. After they have accepted, its link leads to their card.
 */
class AskPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly AnswerAsk $answers,
		private readonly AskTalk $talk,
		private readonly AnswerConsent $cards,
		private readonly AskPage $page,
		private readonly IURLGenerator $urls,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauAsk')]
	#[FrontpageRoute(verb: 'GET', url: '/ask/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function show(string $token): Response {
		return $this->toCard($token) ?? $this->answered(fn (): array => $this->view($token));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauAsk')]
	#[FrontpageRoute(verb: 'POST', url: '/ask/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function answer(string $token, mixed $answer = '', mixed $question = ''): Response {
		$page = $this->answered(function () use ($token, $answer, $question): array {
			if ($answer === 'question') {
				return $this->question($token, $question);
			}
			if ($answer !== 'accept' && $answer !== 'refuse') {
				return $this->view($token);
			}
			$input = $this->request->getParams();
			$stays = $this->answers->open($token)->isMember();
			if ($answer === 'refuse') {
				$this->answers->refuse($token);
				return $this->page->refused($stays);
			}
			try {
				if (!$this->answers->accept($token, $input)) {
					return $this->page->refused($stays);
				}
			} catch (ReasonException $e) {
				if ($e->throttle) {
					throw $e;
				}
				return $this->page->ask($this->answers->open($token), $token, $e->reason, $input);
			}
			return $this->view($token);
		});
		return $this->toCard($token) ?? $page;
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauAsk')]
	#[FrontpageRoute(verb: 'GET', url: '/ask/{token}/charter', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function charter(string $token): TemplateResponse {
		return $this->answered(function () use ($token): array {
			$this->answers->open($token);
			return $this->page->charter($token);
		});
	}

	/** @return array<string, mixed> */
	private function question(string $token, mixed $question): array {
		try {
			$this->talk->question($token, $question);
		} catch (ReasonException $e) {
			if ($e->throttle) {
				throw $e;
			}
			return $this->page->ask($this->answers->open($token), $token, "question_$e->reason", ['question' => $question]);
		}
		return $this->page->ask($this->answers->open($token), $token, 'question_sent');
	}

	/** @return array<string, mixed> */
	private function view(string $token): array {
		$open = $this->answers->open($token);
		return $open->isAccepted() ? $this->page->joined($open) : $this->page->ask($open, $token);
	}

	private function toCard(string $token): ?RedirectResponse {
		return $this->cards->leads($token) ? new RedirectResponse($this->urls->linkToRoute('reseau.page.index') . "consent/$token", Http::STATUS_SEE_OTHER) : null;
	}

	/** @param callable(): array<string, mixed> $view */
	private function answered(callable $view): TemplateResponse {
		return LightPage::answer($view, $this->page->gone(...));
	}
}
