<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;
use OCP\IAppConfig;
use OCP\IDBConnection;

/** Texts that the facilitators of the network write together: nobody overwrites what another one wrote in the meantime. */
class NetworkTexts {
	use Atomic;

	/** Shown above Home until a person has read it. */
	public const WELCOME = 'welcome';
	/** Each new letter begins and ends with these. */
	public const LETTER_OPENING = 'letterOpening';
	public const LETTER_CLOSING = 'letterClosing';

	/** In characters, as in src/settings/model.ts. */
	public const LENGTHS = [self::WELCOME => 1000, self::LETTER_OPENING => 4000, self::LETTER_CLOSING => 4000];

	public function __construct(
		private readonly Network $network,
		private readonly IAppConfig $settings,
		private readonly LockMapper $locks,
		private readonly IDBConnection $db,
	) {
	}

	/** Empty if there is none. */
	public function text(string $which): string {
		return $this->network->text($which);
	}

	/**
	 * @param mixed $was the text that was changed
	 * @throws ReasonException not_yours · wrong_type · bad_text · too_long · stale_version with the `current` text
	 */
	public function write(string $uid, string $which, mixed $text, mixed $was): void {
		$this->network->requireFacilitator($uid);
		$text = trim(Fields::text($text, 'text', self::LENGTHS[$which]));
		$this->replace($which, $text, Fields::text($was, 'was', self::LENGTHS[$which]));
	}

	/**
	 * Writes the text if it still is what it was, also while others write it.
	 *
	 * @throws ReasonException stale_version with the `current` text
	 */
	public function replace(string $which, string $text, string $was): void {
		$this->atomicAgain(function () use ($which, $text, $was): void {
			$this->locks->hold($which);
			// Nextcloud keeps settings for some seconds: another process may have changed this one.
			$this->settings->clearCache();
			$current = $this->network->text($which);
			if ($current !== $was) {
				throw ReasonException::stale(current: $current);
			}
			$this->network->setText($which, $text);
		}, $this->db);
	}
}
