<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Letter\LetterPage;
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

/** The page of a letter, also for people without an account. Opening it changes nothing. */
class LetterPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly LetterPage $page,
		private readonly IURLGenerator $urls,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/letter/{letter}', requirements: ['letter' => '\d{1,18}'])]
	public function show(int $letter): Response {
		return $this->answer(fn (): string => $this->page->forViewer($letter));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauLetter')]
	#[FrontpageRoute(verb: 'GET', url: '/letter/{letter}/{token}', requirements: ['letter' => '\d{1,18}', 'token' => '[A-Za-z0-9]{1,64}'])]
	public function read(int $letter, string $token): Response {
		return $this->answer(fn (): ?string => $this->page->forToken($letter, $token), $letter);
	}

	/** @param callable(): ?string $document null: only after a login */
	private function answer(callable $document, int $letter = 0): Response {
		try {
			$made = $document();
			return $made === null ? new RedirectResponse($this->urls->linkToRoute('reseau.page.index') . "letter/$letter", Http::STATUS_SEE_OTHER) : self::document($made);
		} catch (ReasonException $e) {
			$response = self::document($this->page->gone());
			$response->setStatus($e->status);
			if ($e->throttle) {
				$response->throttle();
			}
			return $response;
		}
	}

	private static function document(string $document): TemplateResponse {
		$response = new TemplateResponse('reseau', 'letter', ['document' => $document], TemplateResponse::RENDER_AS_BLANK);
		$response->addHeader('Referrer-Policy', 'no-referrer');
		return $response;
	}
}
