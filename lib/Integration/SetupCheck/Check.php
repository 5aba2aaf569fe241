<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\SetupCheck;

use OCA\Reseau\Settings\SetupReport;
use OCP\IL10N;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;

/** One line of lib/Settings/SetupReport.php in Nextcloud's overview, which creates its checks by class. */
abstract class Check implements ISetupCheck {
	/** One of SetupReport::IDS. */
	protected const ID = '';

	public function __construct(
		private readonly SetupReport $report,
		private readonly IL10N $l,
	) {
	}

	public function getCategory(): string {
		return 'reseau';
	}

	public function getName(): string {
		return $this->l->t('Réseau: %s', [$this->report->check(static::ID)['name']]);
	}

	public function run(): SetupResult {
		['state' => $state, 'sentence' => $sentence, 'link' => $link] = $this->report->check(static::ID);
		if ($link === null) {
			return SetupResult::success($sentence);
		}
		$parameters = ['link' => ['type' => 'highlight', 'id' => 'reseau-' . static::ID, 'name' => $link['text'], 'link' => $link['href']]];
		return $state === 'info'
			? SetupResult::info("$sentence {link}", null, $parameters)
			: SetupResult::warning("$sentence {link}", null, $parameters);
	}
}
