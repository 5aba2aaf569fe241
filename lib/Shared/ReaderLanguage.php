<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCA\Reseau\AppInfo\Application;
use OCP\IL10N;
use OCP\L10N\IFactory;

/** A reader's language, without loading the texts of that language, which takes longer than a search. */
class ReaderLanguage {
	private ?string $code = null;

	public function __construct(
		private readonly string $appName,
		private readonly IFactory $languages,
	) {
	}

	public function code(): string {
		return $this->code ??= $this->languages->findLanguage($this->appName);
	}

	/**
	 * The app's texts in the language of an account. If the app lacks that language, its country is ignored (es_MX), or the texts are in English. Nextcloud
	 * itself would take the language of the account that acts.
	 */
	public static function texts(IFactory $languages, string $language): IL10N {
		foreach ([$language, explode('_', $language)[0]] as $known) {
			if ($languages->languageExists(Application::APP_ID, $known)) {
				return $languages->get(Application::APP_ID, $known);
			}
		}
		return $languages->get(Application::APP_ID, 'en');
	}
}
