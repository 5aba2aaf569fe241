<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;

/** Who holds a lease: one run of one account, so that nobody continues another account's run. */
final class Runner {
	/** Half of the 64 characters of a holder names the account, the other half the run. */
	private const HALF = 32;

	/**
	 * @param mixed $runner name of the run, unique in its browser
	 * @return string 64 characters
	 * @throws ReasonException runner_missing · wrong_type · bad_text · too_long
	 */
	public static function computeHolder(Viewer $viewer, mixed $runner): string {
		$runner = Fields::text($runner ?? '', 'runner', GroupRules::LIMITS['runner']);
		return $runner === ''
			? throw new ReasonException('runner_missing', details: ['field' => 'runner'])
			: self::account($viewer) . substr(hash('sha256', "$viewer->uid\n$runner"), 0, self::HALF);
	}

	/**
	 * The refusal while another run has the lease. `mine`: no other account has it, so that waiting for it is enough.
	 *
	 * @param string|null $holder of the lease
	 */
	public static function beingMade(Viewer $viewer, ?string $holder): ReasonException {
		return new ReasonException('being_made', Http::STATUS_CONFLICT, ['mine' => $holder === null || str_starts_with($holder, self::account($viewer))]);
	}

	private static function account(Viewer $viewer): string {
		return substr(hash('sha256', (string)$viewer->uid), 0, self::HALF);
	}
}
