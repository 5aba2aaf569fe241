<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

/** The knowledge that the app contains, read when it is first needed. */
class KnowledgeBase {
	/** Written by scripts/knowledge.php. */
	private const FILE = __DIR__ . '/../../data/knowledge.php';

	private ?Knowledge $knowledge = null;

	public function get(): Knowledge {
		return $this->knowledge ??= new Knowledge(require self::FILE);
	}
}
