<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IAppConfig;
use OCP\IConfig;
use OCP\IDBConnection;

/** The network's own welcome: written by facilitators, shown above Home until a person has read it. */
class WelcomeText {
	use Atomic;

	/** In characters, as in src/settings/model.ts. */
	public const LENGTH = 1000;
	/** Per-account preference. */
	private const READ = 'welcome_read';

	public function __construct(
		private readonly Network $network,
		private readonly IConfig $config,
		private readonly IAppConfig $settings,
		private readonly LockMapper $locks,
		private readonly IDBConnection $db,
	) {
	}

	public function text(): string {
		return $this->network->welcome();
	}

	/** The text for a person who has not dismissed it; empty if there is none. */
	public function for(string $uid): string {
		$text = $this->network->welcome();
		return $text === '' || $this->config->getUserValue($uid, Application::APP_ID, self::READ, '') !== '' ? '' : $text;
	}

	public function dismiss(string $uid, bool $read): void {
		$this->config->setUserValue($uid, Application::APP_ID, self::READ, $read ? '1' : '');
	}

	/**
	 * @param mixed $was the text that was changed
	 * @throws ReasonException not_yours · wrong_type · bad_text · too_long · stale_version with the `current` text
	 */
	public function write(string $uid, mixed $text, mixed $was): void {
		$this->network->requireFacilitator($uid);
		$text = trim(Fields::text($text, 'text', self::LENGTH));
		$this->replace($text, Fields::text($was, 'was', self::LENGTH));
	}

	/**
	 * Writes the text if it still is what it was, also while others write it.
	 *
	 * @throws ReasonException stale_version with the `current` text
	 */
	public function replace(string $text, string $was): void {
		$this->atomicAgain(function () use ($text, $was): void {
			$this->locks->hold(LockMapper::WELCOME);
			// Nextcloud keeps settings for some seconds: another process may have changed this one.
			$this->settings->clearCache();
			$current = $this->network->welcome();
			if ($current !== $was) {
				throw new ReasonException('stale_version', Http::STATUS_CONFLICT, ['current' => $current]);
			}
			$this->network->setWelcome($text);
		}, $this->db);
	}
}
