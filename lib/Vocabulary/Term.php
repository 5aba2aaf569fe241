<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * An entry of the vocabulary, stored whole: labels by language; for values their meaning and other spellings; for themes the words that belong to
 * them; whether it is retired or merged into another term; for the glossary its acronyms and synonyms.
 *
 * @method string getKind()
 * @method void setKind(string $kind)
 * @method string getSlug()
 * @method void setSlug(string $slug)
 * @method int getPosition()
 * @method void setPosition(int $position)
 * @method string getData()
 * @method void setData(string $data)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method ?int getAddedVersion()
 * @method void setAddedVersion(?int $addedVersion)
 * @method ?int getEditedAt()
 * @method void setEditedAt(?int $editedAt)
 * @method ?int getRemovedAt()
 * @method void setRemovedAt(?int $removedAt)
 */
class Term extends Entity {
	protected ?string $kind = null;
	protected ?string $slug = null;
	protected ?int $position = null;
	protected ?string $data = null;
	protected ?int $version = null;
	/** The version it had when a person last added it, for the first time or again. */
	protected ?int $addedVersion = null;
	/** When a person last changed it: imports no longer overwrite it. */
	protected ?int $editedAt = null;
	/** When a person removed it; the row stays so that no import restores it. */
	protected ?int $removedAt = null;

	/** @var array<string, array<string, mixed>> decoded data, cached */
	private array $entries = [];

	public function __construct() {
		$this->addType('position', Types::INTEGER);
		$this->addType('version', Types::INTEGER);
		$this->addType('addedVersion', Types::INTEGER);
		$this->addType('editedAt', Types::INTEGER);
		$this->addType('removedAt', Types::INTEGER);
	}

	/** In the given language, otherwise in French, which all have, otherwise in English, otherwise the id. */
	public function label(string $language): string {
		$entry = $this->entry();
		return (string)($entry[$language] ?? $entry['fr'] ?? $entry['en'] ?? $this->getSlug());
	}

	/** For a relation: its label from the other end; without one, it reads the same from both. */
	public function inverse(string $language): string {
		$inverse = $this->entry()['inverse'] ?? [];
		return (string)($inverse[$language] ?? $inverse['fr'] ?? $inverse['en'] ?? $this->label($language));
	}

	public function state(): TermState {
		$entry = $this->entry();
		return match (true) {
			$this->getRemovedAt() !== null => TermState::Removed,
			isset($entry['mergedInto']) => TermState::Merged,
			($entry['retired'] ?? false) === true => TermState::Retired,
			default => TermState::Offered,
		};
	}

	/** Whether it is unchanged since a person added it. */
	public function isJustAdded(): bool {
		return $this->getVersion() === $this->getAddedVersion();
	}

	/** @return list<string> other spellings, in addition to its labels */
	public function spellings(): array {
		return $this->entry()['spellings'] ?? [];
	}

	/** @return list<string> of a theme: words that belong to it */
	public function words(): array {
		return $this->entry()['words'] ?? [];
	}

	/** @param array<string, mixed> $entry */
	public function setEntry(array $entry): void {
		$this->setData(json_encode($entry, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
	}

	/** @return array<string, mixed> */
	public function entry(): array {
		return $this->entries[$this->getData()] ??= json_decode($this->getData(), true, 64, JSON_THROW_ON_ERROR);
	}
}
