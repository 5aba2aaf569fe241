<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\OwnPage\AskForPage;
use OCA\Reseau\OwnPage\OwnAnswers;
use OCA\Reseau\OwnPage\OwnLinkPage;
use OCA\Reseau\OwnPage\OwnLinks;
use OCA\Reseau\OwnPage\OwnPage;
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

/** The page of a person without an account, and how they get its link: opening it changes nothing. */
class OwnPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly OwnLinks $links,
		private readonly AskForPage $asking,
		private readonly OwnAnswers $answers,
		private readonly OwnPage $page,
		private readonly OwnLinkPage $linkPage,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/own')]
	public function form(): TemplateResponse {
		return $this->answered(fn (): array => $this->linkPage->form());
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 3600)]
	#[UserRateLimit(limit: 60, period: 3600)]
	#[FrontpageRoute(verb: 'POST', url: '/own')]
	public function ask(mixed $email = ''): TemplateResponse {
		return $this->answered(function () use ($email): array {
			try {
				$this->asking->ask($email);
			} catch (ReasonException $e) {
				return $this->linkPage->form($e->reason, LightPage::typed($email));
			}
			return $this->linkPage->sent();
		});
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauOwn')]
	#[FrontpageRoute(verb: 'GET', url: '/own/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function show(string $token): TemplateResponse {
		return $this->answered(function () use ($token): array {
			$owner = $this->links->find($token);
			return $owner !== null ? $this->page->page($owner, $token) : $this->linkPage->locked($this->links->addressOf($token));
		});
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauOwn')]
	#[FrontpageRoute(verb: 'POST', url: '/own/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function answer(string $token, mixed $answer = '', mixed $name = '', mixed $version = null): TemplateResponse {
		return $this->answered(function () use ($token, $answer, $name, $version): array {
			$owner = $this->links->find($token);
			if ($owner !== null) {
				return $this->answers->takeAnswer($owner, $token, $answer, $name, $version);
			}
			$address = $this->links->addressOf($token);
			if ($answer !== 'send') {
				return $this->linkPage->locked($address);
			}
			try {
				$this->asking->ask($address, byLink: true);
			} catch (ReasonException $e) {
				return $this->linkPage->locked($address, $this->linkPage->note($e->reason));
			}
			return $this->linkPage->sent();
		});
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauOwn')]
	#[FrontpageRoute(verb: 'GET', url: '/own/{token}/card', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function card(string $token): TemplateResponse {
		return $this->answered(fn (): array => $this->answers->card($token));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauOwn')]
	#[FrontpageRoute(verb: 'POST', url: '/own/{token}/card', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function save(string $token): TemplateResponse {
		return $this->answered(fn (): array => $this->answers->save($token, $this->request->getParams()));
	}

	/** @param callable(): array<string, mixed> $view */
	private function answered(callable $view): TemplateResponse {
		return LightPage::answer($view, $this->linkPage->gone(...));
	}
}
