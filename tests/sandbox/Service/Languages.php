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

/** French and English: the account's choice, else what the browser asks for, else the system's default. */
class Languages implements IFactory {
	public const KNOWN = ['fr' => 'Français', 'en' => 'English'];

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
		$lang = isset(self::KNOWN[$lang]) ? $lang : $this->findLanguage($app);
		$file = $this->apps->path($app) . "/l10n/$lang.json";
		self::$read[$file] ??= is_file($file) ? json_decode(file_get_contents($file), true, 512, JSON_THROW_ON_ERROR)['translations'] : [];
		return new L10N($lang, $locale ?? self::locale($lang), self::$read[$file]);
	}

	public function findLanguage(?string $appId = null): string {
		$user = $this->session->getUser();
		$chosen = $user === null ? '' : $this->config->getUserValue($user->getUID(), 'core', 'lang');
		if (isset(self::KNOWN[$chosen])) {
			return $chosen;
		}
		foreach (explode(',', strtolower($this->request->getHeader('Accept-Language'))) as $wish) {
			$wish = substr(trim($wish), 0, 2);
			if (isset(self::KNOWN[$wish])) {
				return $wish;
			}
		}
		return $this->config->getSystemValueString('default_language', 'en');
	}

	public function getUserLanguage(?IUser $user = null): string {
		$chosen = $user === null ? '' : $this->config->getUserValue($user->getUID(), 'core', 'lang');
		return isset(self::KNOWN[$chosen]) ? $chosen : $this->config->getSystemValueString('default_language', 'en');
	}

	private static function locale(string $lang): string {
		return ['fr' => 'fr_FR', 'en' => 'en_US'][$lang];
	}
}
