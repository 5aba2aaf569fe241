<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Collaboration\Reference;

class Reference implements IReference {
	protected string $reference;
	protected ?string $title = null;
	protected ?string $description = null;
	protected ?string $richObjectType = null;
	protected ?array $richObject = null;

	public function __construct(string $reference) {
		$this->reference = $reference;
	}

	public function setTitle(string $title): void {
		$this->title = $title;
	}

	public function getTitle(): string {
		return $this->title ?? $this->reference;
	}

	public function setDescription(?string $description): void {
		$this->description = $description;
	}

	public function setRichObject(string $type, ?array $richObject): void {
		$this->richObjectType = $type;
		$this->richObject = $richObject;
	}

	public function getRichObjectType(): string {
		return $this->richObjectType ?? 'open-graph';
	}

	public function getRichObject(): array {
		return $this->richObject ?? [];
	}

	public function getUrl(): string {
		return $this->reference;
	}

	public function jsonSerialize(): array {
		return [
			'richObjectType' => $this->getRichObjectType(),
			'richObject' => $this->getRichObject(),
			'openGraphObject' => ['id' => $this->reference, 'name' => $this->getTitle(), 'description' => $this->description, 'thumb' => null, 'link' => $this->getUrl()],
			'accessible' => true,
		];
	}
}
