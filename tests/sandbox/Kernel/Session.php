<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\IUser;
use OCP\IUserManager;
use OCP\IUserSession;
use OCP\Security\ISecureRandom;
use Sandbox\Service\Request;
use Sandbox\Service\Store;

/** Who a request is from: by the session's cookie or by HTTP Basic; and the token of the session. */
class Session {
	public const COOKIE = 'sandbox_session';

	private string $id = '';

	private string $token = '';

	public function __construct(
		private readonly Store $store,
		private readonly Request $request,
		private readonly IUserManager $users,
		private readonly IUserSession $session,
		private readonly ISecureRandom $random,
		private readonly Container $container,
	) {
	}

	/**
	 * @param ?string $uid taken for granted
	 * @return bool false: a name and password were given and are wrong
	 */
	public function open(?string $uid): bool {
		$cookie = (string)$this->request->getCookie(self::COOKIE);
		$row = $cookie === '' ? null : $this->store->row('sandbox_sessions', ['id' => hash('sha256', $cookie)]);
		if ($row !== null) {
			$this->id = $cookie;
			$this->token = $row['token'];
			$this->request->expectToken($this->token);
			$uid ??= $row['uid'];
		}
		$user = $uid === null || $uid === '' ? null : $this->users->get($uid);
		if ($user === null && preg_match('/^Basic (.+)$/i', $this->request->getHeader('Authorization'), $found) === 1) {
			[$name, $password] = explode(':', (string)base64_decode($found[1]), 2) + [1 => ''];
			$user = $this->users->checkPassword($name, $password) ?: null;
			if ($user === null) {
				return false;
			}
		}
		$this->act($user?->isEnabled() ? $user : null);
		return true;
	}

	/** The token a form or script sends back; opens a session if there is not one. */
	public function token(): string {
		if ($this->id === '') {
			$this->start($this->session->getUser()?->getUID() ?? '');
		}
		return $this->token;
	}

	/** A new session for an account; '' for nobody. */
	public function start(string $uid): void {
		if ($this->id !== '') {
			$this->store->remove('sandbox_sessions', ['id' => hash('sha256', $this->id)]);
		}
		$this->id = $this->random->generate(40, ISecureRandom::CHAR_ALPHANUMERIC);
		$this->token = $this->random->generate(40, ISecureRandom::CHAR_ALPHANUMERIC);
		$this->store->put('sandbox_sessions', ['id' => hash('sha256', $this->id)], ['uid' => $uid, 'token' => $this->token]);
		$this->act($uid === '' ? null : $this->users->get($uid));
	}

	/** @return ?string the cookie to set; null: the browser has it */
	public function cookie(): ?string {
		return $this->id === $this->request->getCookie(self::COOKIE) || $this->id === ''
			? null
			: self::COOKIE . "={$this->id}; Path=/; HttpOnly; SameSite=Lax";
	}

	private function act(?IUser $user): void {
		$this->session->setUser($user);
		$this->container->set('userId', $user?->getUID());
	}
}
