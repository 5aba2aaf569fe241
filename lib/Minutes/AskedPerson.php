<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/** A person of a list of participants, as the browser sends them. */
final class AskedPerson {
	/** Longest texts in characters, as ASK_LIMITS of src/minutes/ask/model.ts. */
	public const LIMITS = ['key' => 64, 'name' => 120, 'email' => 254, 'phone' => 40, 'note' => 255];
	/** Groups that one person is invited to in one request, as there. */
	public const GROUPS = 30;

	/** @param array<int, string> $groups the note next to their name in the minutes, by number of the group they are invited to */
	private function __construct(
		public readonly string $key,
		public readonly ?int $memberId,
		public readonly string $name,
		public readonly string $email,
		public readonly string $phone,
		public readonly string $note,
		public readonly array $groups,
	) {
	}

	/**
	 * @param mixed $input SoughtPersonSchema of src/minutes/model.ts, or AskedPersonSchema of src/minutes/ask/model.ts
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	public static function read(mixed $input, int $place): self {
		$input = Fields::map($input, "people.$place");
		$texts = [];
		foreach (self::LIMITS as $field => $max) {
			$texts[$field] = trim(Fields::text($input[$field] ?? '', "people.$place.$field", $max));
		}
		$memberId = isset($input['memberId'])
			? Input::number($input['memberId']) ?? throw new ReasonException('wrong_type', details: ['field' => "people.$place.memberId"])
			: null;
		return new self($texts['key'], $memberId, $texts['name'], $texts['email'], $texts['phone'], $texts['note'], self::groups($input['groups'] ?? [], "people.$place.groups"));
	}

	/** The person, invited to one group with the note about them. */
	public function into(int $groupId): self {
		return new self($this->key, $this->memberId, $this->name, $this->email, $this->phone, $this->note, [$groupId => $this->note]);
	}

	/** @return array<int, string> */
	private static function groups(mixed $input, string $field): array {
		$groups = [];
		foreach (Fields::list($input, $field, self::GROUPS) as $i => $one) {
			$one = Fields::map($one, "$field.$i");
			$id = Input::number($one['id'] ?? null) ?? throw new ReasonException('wrong_type', details: ['field' => "$field.$i.id"]);
			$groups[$id] = trim(Fields::text($one['note'] ?? '', "$field.$i.note", self::LIMITS['note']));
		}
		return $groups;
	}

	/** The person with the data of their card. */
	public function called(string $name, string $email): self {
		return new self($this->key, $this->memberId, $name, $email, '', $this->note, $this->groups);
	}
}
