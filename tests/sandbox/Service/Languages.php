<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\IConfig;
use OCP\IRequest;
use OCP\IUser;
use OCP\IUserSession;
use OCP\L10N\IFactory;

/**
 * As in Nextcloud: of each app those it has texts in, and English. The account's choice, else what the browser asks for, else the system's
 * default.
 */
class Languages implements IFactory {
	/** What an account can be given. Nextcloud itself, and so `core` here, has no Occitan: around an app in Occitan its pages speak another language. */
	public const KNOWN = ['fr' => 'Français', 'en' => 'English', 'es' => 'Español', 'ca' => 'Català', 'oc' => 'Occitan'];

	/** @var array<string, array<string, string|list<string>>> texts by file, the same for every request of a test */
	private static array $read = [];

	public function __construct(
		private readonly Apps $apps,
		private readonly IConfig $config,
		private readonly IUserSession $session,
		private readonly IRequest $request,
	) {
	}

	public function get($app, $lang = null, $locale = null) {
		$lang = $lang !== null && $this->languageExists($app, $lang) ? $lang : $this->findLanguage($app);
		$file = $this->file($app, $lang);
		self::$read[$file] ??= is_file($file) ? json_decode(file_get_contents($file), true, 512, JSON_THROW_ON_ERROR)['translations'] : [];
		return new L10N($lang, $locale ?? self::locale($lang), self::$read[$file]);
	}

	public function findLanguage(?string $appId = null): string {
		$app = $appId ?? 'core';
		$user = $this->session->getUser();
		$chosen = $user === null ? '' : $this->config->getUserValue($user->getUID(), 'core', 'lang');
		if ($this->languageExists($app, $chosen)) {
			return $chosen;
		}
		foreach (explode(',', strtolower($this->request->getHeader('Accept-Language'))) as $wish) {
			$wish = substr(trim($wish), 0, 2);
			if ($this->languageExists($app, $wish)) {
				return $wish;
			}
		}
		$default = $this->config->getSystemValueString('default_language', 'en');
		return $this->languageExists($app, $default) ? $default : 'en';
	}

	public function getUserLanguage(?IUser $user = null): string {
		$chosen = $user === null ? '' : $this->config->getUserValue($user->getUID(), 'core', 'lang');
		return isset(self::KNOWN[$chosen]) ? $chosen : $this->config->getSystemValueString('default_language', 'en');
	}

	public function languageExists($app, $lang) {
		return $lang === 'en' || (preg_match('/^[a-z]{2}\z/', $lang) === 1 && is_file($this->file($app, $lang)));
	}

	private function file(string $app, string $lang): string {
		return $this->apps->path($app) . "/l10n/$lang.json";
	}

	/** Nextcloud has no locale for Occitan. */
	private static function locale(string $lang): string {
		return ['fr' => 'fr_FR', 'es' => 'es', 'ca' => 'ca'][$lang] ?? 'en_US';
	}
}
