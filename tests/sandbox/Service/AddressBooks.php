<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Closure;
use OCP\Contacts\IManager;
use OCP\IAddressBook;

/** The address books that apps registered. */
class AddressBooks implements IManager {
	/** @var list<Closure> */
	private array $loaders = [];

	/** @var array<string, IAddressBook> by key */
	private array $books = [];

	public function search($pattern, $searchProperties = [], $options = []): array {
		$options['wildcard'] = ($options['strict_search'] ?? false) !== true;
		$found = [];
		foreach ($this->books() as $book) {
			array_push($found, ...$book->search($pattern, $searchProperties, $options));
		}
		return $found;
	}

	public function registerAddressBook(IAddressBook $addressBook): void {
		$this->books[$addressBook->getKey()] = $addressBook;
	}

	public function register(Closure $callable): void {
		$this->loaders[] = $callable;
	}

	/** @return array<string, IAddressBook> by key */
	public function books(): array {
		foreach (array_splice($this->loaders, 0) as $loader) {
			$loader($this);
		}
		return $this->books;
	}
}
