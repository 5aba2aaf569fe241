<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

/** The knowledge that the app contains, with what the network says of its own words; read when it is first needed. */
class KnowledgeBase {
	/** Written by scripts/knowledge.php. */
	private const FILE = __DIR__ . '/../../data/knowledge.php';
	private const WORDS_FILE = __DIR__ . '/../../data/knowledge-words.php';

	private ?Knowledge $knowledge = null;

	/** @var list<array{tokens: list<string>, means: list<string>, not: list<string>}> those that $knowledge has */
	private array $expressions = [];

	/** @param ?NetworkExpressions $network null: only what the app contains */
	public function __construct(
		private readonly ?NetworkExpressions $network = null,
	) {
	}

	/** As it is now: after a facilitator changed the words of the network, another one. */
	public function get(): Knowledge {
		$expressions = $this->network?->listExpressions() ?? [];
		if ($this->knowledge === null || $expressions !== $this->expressions) {
			$this->knowledge = new Knowledge(require self::FILE, $expressions);
			$this->expressions = $expressions;
		}
		return $this->knowledge;
	}

	/** @return array<string, list<string>> the first words and expressions that name each situation, as people read them, by its id */
	public function namingWords(): array {
		return require self::WORDS_FILE;
	}
}
