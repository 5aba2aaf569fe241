<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Board;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/**
 * What a board template may hold. The limits are those of src/board/models/model.ts, Deck's own among them: both sides are held to
 * tests/fixtures/rules/board-limits.json.
 *
 * @psalm-type Label = array{title: string, color: string}
 * @psalm-type Stack = array{title: string, takes?: 'items'|'followUps'}
 * @psalm-type Model = array{slug: string, title: string, color: string, labels: list<Label>, stacks: list<Stack>, mandate: bool, welcome: ?array{title: string, description: string}}
 */
final class ModelRules {
	/** Longest texts in characters, longest lists in entries. */
	public const LIMITS = ['models' => 20, 'slug' => 64, 'title' => 100, 'labels' => 20, 'label' => 100, 'stacks' => 12, 'stack' => 100, 'card' => 255, 'description' => 5000];

	/** The parts of minutes that become cards in a stack. */
	private const TAKES = ['items', 'followUps'];

	/**
	 * @param mixed $input raw input
	 * @return list<Model>
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · unknown_field · title_missing · stack_missing · bad_slug · duplicate_slug · bad_color
	 */
	public static function check(mixed $input): array {
		$models = [];
		foreach (Fields::list($input, 'models', self::LIMITS['models']) as $i => $model) {
			$models[] = self::model(Fields::map($model, "models.$i"), "models.$i");
		}
		$slugs = array_column($models, 'slug');
		foreach ($slugs as $i => $slug) {
			if (array_search($slug, $slugs, true) !== $i) {
				throw new ReasonException('duplicate_slug', details: ['field' => "models.$i.slug"]);
			}
		}
		return $models;
	}

	/**
	 * @param array<array-key, mixed> $model
	 * @return Model
	 */
	private static function model(array $model, string $at): array {
		self::only($model, ['slug', 'title', 'color', 'labels', 'stacks', 'mandate', 'welcome'], $at);
		$slug = Fields::text($model['slug'] ?? null, "$at.slug", self::LIMITS['slug']);
		if (preg_match('/^[a-z0-9]+(?:-[a-z0-9]+)*\z/', $slug) !== 1) {
			throw new ReasonException('bad_slug', details: ['field' => "$at.slug"]);
		}
		$labels = [];
		foreach (Fields::list($model['labels'] ?? null, "$at.labels", self::LIMITS['labels']) as $i => $label) {
			$label = Fields::map($label, "$at.labels.$i");
			self::only($label, ['title', 'color'], "$at.labels.$i");
			$labels[] = ['title' => self::title($label, "$at.labels.$i", 'label'), 'color' => self::color($label, "$at.labels.$i")];
		}
		$stacks = [];
		foreach (Fields::list($model['stacks'] ?? null, "$at.stacks", self::LIMITS['stacks']) as $i => $stack) {
			$stacks[] = self::stack(Fields::map($stack, "$at.stacks.$i"), "$at.stacks.$i");
		}
		if ($stacks === []) {
			throw new ReasonException('stack_missing', details: ['field' => "$at.stacks"]);
		}
		return [
			'slug' => $slug,
			'title' => self::title($model, $at, 'title'),
			'color' => self::color($model, $at),
			'labels' => $labels,
			'stacks' => $stacks,
			'mandate' => Input::flag($model['mandate'] ?? null, "$at.mandate"),
			'welcome' => isset($model['welcome']) ? self::welcome(Fields::map($model['welcome'], "$at.welcome"), "$at.welcome") : null,
		];
	}

	/**
	 * @param array<array-key, mixed> $stack
	 * @return Stack
	 */
	private static function stack(array $stack, string $at): array {
		self::only($stack, ['title', 'takes'], $at);
		$takes = $stack['takes'] ?? null;
		if ($takes !== null && !in_array($takes, self::TAKES, true)) {
			throw new ReasonException('wrong_type', details: ['field' => "$at.takes"]);
		}
		return ['title' => self::title($stack, $at, 'stack')] + ($takes === null ? [] : ['takes' => $takes]);
	}

	/**
	 * @param array<array-key, mixed> $welcome
	 * @return array{title: string, description: string}
	 */
	private static function welcome(array $welcome, string $at): array {
		self::only($welcome, ['title', 'description'], $at);
		return [
			'title' => self::title($welcome, $at, 'card'),
			'description' => Fields::text($welcome['description'] ?? '', "$at.description", self::LIMITS['description']),
		];
	}

	/** @param array<array-key, mixed> $of */
	private static function title(array $of, string $at, string $limit): string {
		$title = Fields::line($of['title'] ?? null, "$at.title", self::LIMITS[$limit]);
		return $title !== '' ? $title : throw new ReasonException('title_missing', details: ['field' => "$at.title"]);
	}

	/** @param array<array-key, mixed> $of */
	private static function color(array $of, string $at): string {
		$color = Input::string($of['color'] ?? null, "$at.color");
		return preg_match('/^[0-9a-fA-F]{6}\z/', $color) === 1 ? strtoupper($color) : throw new ReasonException('bad_color', details: ['field' => "$at.color"]);
	}

	/**
	 * @param array<array-key, mixed> $of
	 * @param list<string> $known
	 */
	private static function only(array $of, array $known, string $at): void {
		foreach (array_keys($of) as $key) {
			if (!in_array($key, $known, true)) {
				throw new ReasonException('unknown_field', details: ['field' => "$at." . mb_scrub(mb_substr((string)$key, 0, 64))]);
			}
		}
	}
}
