<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Http;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\NotFoundResponse;
use OCP\AppFramework\Http\RedirectResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IConfig;
use OCP\IGroupManager;
use OCP\IRequest;
use OCP\IUserManager;
use OCP\IUserSession;
use Sandbox\Service\Languages;
use Sandbox\Service\Mailer;

/** The sandbox's own pages: login, settings of the account, mails. */
class Pages {
	public const PASSWORD = 'Cordee-2026-oc';

	public function __construct(
		private readonly IRequest $request,
		private readonly IUserSession $userSession,
		private readonly IUserManager $users,
		private readonly IGroupManager $groups,
		private readonly IConfig $config,
		private readonly Session $session,
		private readonly Mailer $mailer,
		private readonly string $appName,
	) {
	}

	/** @return ?Response null: not one of these */
	public function answer(string $path): ?Response {
		$home = "/apps/{$this->appName}/";
		return match (true) {
			$path === '', $path === '/' => new RedirectResponse($this->userSession->isLoggedIn() ? $home : '/login', Http::STATUS_FOUND),
			$path === '/login' => $this->request->getMethod() === 'POST' ? $this->logIn($home) : $this->loginForm($home, ''),
			$path === '/logout' => $this->logOut(),
			$path === '/csrftoken' => new JSONResponse(['token' => $this->session->token()]),
			$path === '/sandbox/settings' => $this->saveSettings($home),
			$path === '/sandbox/mail' => self::page('mails', ['mails' => array_reverse($this->mailer->sent(), true)]),
			preg_match('~^/sandbox/mail/(\d+)$~', $path, $found) === 1 => $this->mail((int)$found[1]),
			default => null,
		};
	}

	private function loginForm(string $home, string $user, bool $wrong = false): Response {
		if ($this->userSession->isLoggedIn()) {
			return new RedirectResponse($this->target($home));
		}
		return self::page('login', [
			'user' => $user,
			'wrong' => $wrong,
			'redirect' => $this->target(''),
			'token' => $this->session->token(),
			'password' => self::PASSWORD,
			'accounts' => $this->accounts(),
		]);
	}

	private function logIn(string $home): Response {
		$user = (string)$this->request->getParam('user', '');
		$account = $this->users->checkPassword($user, (string)$this->request->getParam('password', ''));
		if (!$this->request->passesCSRFCheck() || $account === false) {
			return $this->loginForm($home, $user, true);
		}
		$this->session->start($account->getUID());
		return new RedirectResponse($this->target($home));
	}

	private function logOut(): Response {
		if ($this->userSession->isLoggedIn() && !$this->request->passesCSRFCheck()) {
			return new Response(Http::STATUS_PRECONDITION_FAILED);
		}
		$this->session->start('');
		return new RedirectResponse('/login');
	}

	private function saveSettings(string $home): Response {
		$user = $this->userSession->getUser();
		if ($user === null || !$this->request->passesCSRFCheck()) {
			return new Response(Http::STATUS_PRECONDITION_FAILED);
		}
		$theme = $this->request->getParam('theme');
		if (in_array($theme, Page::THEMES, true)) {
			$this->config->setUserValue($user->getUID(), 'theming', 'enabled-themes', json_encode([$theme]));
		}
		$language = $this->request->getParam('language');
		if (is_string($language) && isset(Languages::KNOWN[$language])) {
			$this->config->setUserValue($user->getUID(), 'core', 'lang', $language);
		}
		return new RedirectResponse($this->target($home));
	}

	private function mail(int $number): Response {
		$mail = $this->mailer->sent()[$number - 1] ?? null;
		return $mail === null ? new NotFoundResponse() : self::page('mail', ['mail' => $mail]);
	}

	/** Where to go next: a path of this server, nothing else. */
	private function target(string $default): string {
		$url = (string)$this->request->getParam('redirect_url', '');
		return preg_match('~^/(?![/\\\\])~', $url) === 1 ? $url : $default;
	}

	/** @return list<array{uid: string, name: string, groups: list<string>}> some accounts with the password of all: those in groups first, they may do more */
	private function accounts(): array {
		$accounts = [];
		foreach ($this->users->search('') as $uid => $user) {
			$groups = $this->groups->getUserGroupIds($user);
			$accounts[] = ['plain' => $groups === [], 'uid' => (string)$uid, 'name' => $user->getDisplayName(), 'groups' => $groups];
		}
		sort($accounts);
		$known = fn (array $account): bool => $this->users->checkPassword($account['uid'], self::PASSWORD) !== false;
		return array_filter(array_slice($accounts, 0, 8), $known);
	}

	private static function page(string $template, array $parameters): TemplateResponse {
		return new TemplateResponse('core', $template, $parameters, TemplateResponse::RENDER_AS_GUEST);
	}
}
