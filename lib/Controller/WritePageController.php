<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Enquiry\About;
use OCA\Reseau\Enquiry\AboutType;
use OCA\Reseau\Enquiry\SendEnquiry;
use OCA\Reseau\Enquiry\Subjects;
use OCA\Reseau\Enquiry\WriteEnquiry;
use OCA\Reseau\Enquiry\WritePage;
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

/** The pages on which a visitor of the public showcase writes, and sends it by the link in an email. Opening them changes nothing. */
class WritePageController extends Controller {
	private const THING = ['about' => 'notice|group|network', 'id' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Subjects $subjects,
		private readonly WriteEnquiry $writing,
		private readonly SendEnquiry $sending,
		private readonly WritePage $page,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/write/{about}/{id}', requirements: self::THING, defaults: ['id' => '0'])]
	public function form(string $about, int $id): TemplateResponse {
		return LightPage::answer(fn (): array => $this->page->form($this->shown($about, $id)), $this->page->notShown(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 3600)]
	#[UserRateLimit(limit: 60, period: 3600)]
	#[FrontpageRoute(verb: 'POST', url: '/public/write/{about}/{id}', requirements: self::THING, defaults: ['id' => '0'])]
	public function write(string $about, int $id, mixed $name = '', mixed $email = '', mixed $text = ''): TemplateResponse {
		return LightPage::answer(function () use ($about, $id, $name, $email, $text): array {
			$thing = $this->shown($about, $id);
			try {
				return $this->page->written($thing, $this->writing->write($thing, $name, $email, $text));
			} catch (ReasonException $e) {
				return $this->page->form($thing, $e->reason, LightPage::typed($name), LightPage::typed($email), LightPage::typed($text));
			}
		}, $this->page->notShown(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauWrite')]
	#[FrontpageRoute(verb: 'GET', url: '/write/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function confirm(string $token): TemplateResponse {
		return LightPage::answer(fn (): array => $this->page->confirm($this->sending->open($token)), $this->page->gone(...));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[BruteForceProtection(action: 'reseauWrite')]
	#[FrontpageRoute(verb: 'POST', url: '/write/{token}', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function answer(string $token, mixed $answer = ''): TemplateResponse {
		return LightPage::answer(function () use ($token, $answer): array {
			if ($answer === 'delete') {
				$this->sending->delete($token);
				return $this->page->deleted();
			}
			$reason = '';
			try {
				$answer !== 'send' || $this->sending->send($token);
			} catch (ReasonException $e) {
				$reason = $e->throttle ? throw $e : $e->reason;
			}
			return $this->page->confirm($this->sending->open($token), $reason);
		}, $this->page->gone(...));
	}

	/**
	 * @throws ReasonException not_found
	 */
	private function shown(string $about, int $id): About {
		return $this->subjects->shown(AboutType::from($about), $id);
	}
}
