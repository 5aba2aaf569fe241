<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\OwnPage\OwnLinks;
use OCA\Reseau\OwnPage\SubscribePage;
use OCA\Reseau\Shared\LightPage;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\AskForLetter;
use OCA\Reseau\Subscription\LetterChoices;
use OCA\Reseau\Subscription\SubscriberLinks;
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

/** The pages on which a person without an account subscribes to the letter, and confirms by the link in a mail. Opening them changes nothing. */
class SubscribePageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly AskForLetter $asking,
		private readonly SubscriberLinks $links,
		private readonly LetterChoices $choices,
		private readonly OwnLinks $own,
		private readonly SubscribePage $page,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/subscribe')]
	public function form(): TemplateResponse {
		return LightPage::answer(function (): array {
			$this->asking->requireOpen();
			return $this->page->form();
		}, $this->page->closed(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 3600)]
	#[UserRateLimit(limit: 60, period: 3600)]
	#[FrontpageRoute(verb: 'POST', url: '/subscribe')]
	public function ask(mixed $name = '', mixed $email = ''): TemplateResponse {
		return LightPage::answer(function () use ($name, $email): array {
			$this->asking->requireOpen();
			try {
				$this->asking->ask($name, $email);
			} catch (ReasonException $e) {
				return $this->page->form($e->reason, LightPage::typed($name), LightPage::typed($email));
			}
			return $this->page->asked();
		}, $this->page->closed(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauSubscribe')]
	#[FrontpageRoute(verb: 'GET', url: '/subscribe/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function question(string $token): TemplateResponse {
		return LightPage::answer(function () use ($token): array {
			$row = $this->links->question($token);
			return $row->gets() ? $this->page->confirmed($token, null) : $this->page->question($row);
		}, $this->page->gone(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauSubscribe')]
	#[FrontpageRoute(verb: 'POST', url: '/subscribe/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function confirm(string $token, mixed $answer = '', mixed $name = ''): TemplateResponse {
		return LightPage::answer(function () use ($token, $answer, $name): array {
			$row = $this->links->question($token);
			if ($answer !== 'confirm' || $row->gets()) {
				return $row->gets() ? $this->page->confirmed($token, null) : $this->page->question($row);
			}
			try {
				$name = AskForLetter::name($name);
			} catch (ReasonException $e) {
				return $this->page->question($row, $e->reason);
			}
			$isNew = $row->getState() === null;
			$row = $this->choices->confirm($token, $name);
			// A person who has been here before has a page, which contains more: its link is mailed.
			return $this->page->confirmed($token, $row === null || !$isNew ? null : $this->own->ofSubscriber($row));
		}, $this->page->gone(...));
	}
}
