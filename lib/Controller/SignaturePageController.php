<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Library\AnswerSignature;
use OCA\Reseau\Library\SignaturePage;
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
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\StreamResponse;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;

/** The page behind the link in the mail that asks a person without an account to sign: opening it changes nothing. */
class SignaturePageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly AnswerSignature $answers,
		private readonly SignaturePage $page,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauSign')]
	#[FrontpageRoute(verb: 'GET', url: '/sign/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function show(string $token): TemplateResponse {
		return $this->answered(fn (): array => $this->view($token));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauSign')]
	#[FrontpageRoute(verb: 'POST', url: '/sign/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function answer(string $token, mixed $answer = '', mixed $name = '', mixed $hash = ''): TemplateResponse {
		return $this->answered(fn (): array => match ($answer) {
			'sign' => $this->sign($token, is_string($name) ? $name : '', is_string($hash) ? $hash : ''),
			'refuse' => $this->then(fn () => $this->answers->refuse($token), $this->page->refused(...)),
			'withdraw' => $this->then(fn () => $this->answers->withdraw($token), $this->page->withdrawn(...)),
			default => $this->view($token),
		});
	}

	/** The text to sign, as a file: streamed, because it may be large and anyone with the link may request it. */
	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauSign')]
	#[FrontpageRoute(verb: 'GET', url: '/sign/{token}/text', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function text(string $token): Response {
		try {
			$file = $this->answers->open($token)->file;
		} catch (ReasonException $e) {
			return $this->answered(static fn () => throw $e);
		}
		return new StreamResponse($file->fopen('rb'), Http::STATUS_OK, [
			'Content-Disposition' => "attachment; filename*=utf-8''" . rawurlencode($file->getName()),
			'Content-Type' => $file->getMimeType(),
			'Content-Length' => (string)$file->getSize(),
		]);
	}

	/** @return array<string, mixed> */
	private function view(string $token): array {
		try {
			$open = $this->answers->open($token);
		} catch (ReasonException) {
			return $this->page->left($this->answers->signed($token));
		}
		return $open->isSigned() ? $this->page->signed($open, $token) : $this->page->ask($open, $token);
	}

	/** @return array<string, mixed> */
	private function sign(string $token, string $name, string $hash): array {
		try {
			$this->answers->sign($token, $name, $hash);
		} catch (ReasonException $e) {
			if ($e->throttle) {
				throw $e;
			}
			return $this->page->ask($this->answers->open($token), $token, $e->reason, $name);
		}
		return $this->view($token);
	}

	/**
	 * @param callable(): void $work
	 * @param callable(): array<string, mixed> $page
	 * @return array<string, mixed>
	 */
	private function then(callable $work, callable $page): array {
		$work();
		return $page();
	}

	/** @param callable(): array<string, mixed> $view */
	private function answered(callable $view): TemplateResponse {
		return LightPage::answer($view, $this->page->gone(...));
	}
}
