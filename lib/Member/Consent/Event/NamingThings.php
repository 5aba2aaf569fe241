<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Consent\Event;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** Entries of the record of consents are about things of other domains, which add the names that the reader may know. */
class NamingThings extends Event {
	/** @var array<string, array<int, string>> by the kind of entry, and id */
	private array $names = [];

	/** @param list<Consent> $consents that are read */
	public function __construct(
		public readonly Viewer $reader,
		private readonly array $consents,
	) {
		parent::__construct();
	}

	/** @return list<int> ids of the things that entries of these kinds are about */
	public function ids(string ...$what): array {
		$about = array_filter($this->consents, static fn (Consent $consent): bool => in_array($consent->getWhat(), $what, true));
		return array_values(array_unique(array_map(static fn (Consent $consent): int => (int)$consent->getVersion(), $about)));
	}

	/** @param array<int, string> $names by id */
	public function name(array $names, string ...$what): void {
		foreach ($what as $one) {
			$this->names[$one] = $names;
		}
	}

	/** @return ?string the name of the thing of an entry, null if the reader may not know it */
	public function of(Consent $consent): ?string {
		return $this->names[$consent->getWhat()][(int)$consent->getVersion()] ?? null;
	}
}
