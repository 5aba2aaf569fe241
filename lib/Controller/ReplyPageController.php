<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Message\ReplyByLink;
use OCA\Reseau\Message\ReplyPage;
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

/** The page behind the link in a mail with a message to a person without an account: opening it changes nothing. */
class ReplyPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly ReplyByLink $replies,
		private readonly ReplyPage $page,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauReply')]
	#[FrontpageRoute(verb: 'GET', url: '/reply/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function show(string $token): TemplateResponse {
		return $this->answered(fn (): array => $this->view($token));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauReply')]
	#[FrontpageRoute(verb: 'POST', url: '/reply/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function answer(string $token, mixed $answer = '', mixed $text = '', mixed $key = ''): TemplateResponse {
		return $this->answered(function () use ($token, $answer, $text, $key): array {
			if ($answer === 'stop') {
				$this->replies->stop($token);
				return $this->page->stopped();
			}
			if ($answer !== 'send') {
				return $this->view($token);
			}
			try {
				$this->replies->answer($token, $text, $key);
			} catch (ReasonException $e) {
				if ($e->throttle) {
					throw $e;
				}
				return $this->view($token, $e->reason, LightPage::typed($text));
			}
			return $this->view($token);
		});
	}

	/** @return array<string, mixed> */
	private function view(string $token, string $reason = '', string $text = ''): array {
		return $this->page->conversation(...[...$this->replies->open($token), $token, $reason, $text]);
	}

	/** @param callable(): array<string, mixed> $view */
	private function answered(callable $view): TemplateResponse {
		return LightPage::answer($view, $this->page->gone(...));
	}
}
