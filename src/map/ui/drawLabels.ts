/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NodeDisplayData } from 'sigma/types'
import type { Label } from '../labels.ts'

import { LABEL_GAP, labelLeft, placeLabels } from '../labels.ts'

/** Colours and letters of a drawing. */
export interface LabelStyle {
	text: string
	ground: string
	quiet: string
	font: string
}

/** Pixels of a letter, and of the ground around those that are written over lines and dots. */
const LETTER = 13
const HALO = 4
/** Pixels around a name next to the pointer. */
const ROOM = 8
const HEIGHT = 24

const fontOf = ({ font }: LabelStyle, weight = 400) => `${weight} ${LETTER}px ${font}`

/** How wide a name is on a drawing. */
export function widthOf(context: CanvasRenderingContext2D, text: string, look: LabelStyle): number {
	context.font = fontOf(look)
	return context.measureText(text).width
}

/** Draws those names that do not overlap. */
export function drawLabels(context: CanvasRenderingContext2D, labels: readonly Label[], look: LabelStyle): void {
	context.font = fontOf(look)
	context.textBaseline = 'middle'
	context.lineJoin = 'round'
	context.lineWidth = HALO
	context.strokeStyle = look.ground
	context.fillStyle = look.text
	for (const { text, left, y } of placeLabels(labels, context.canvas.clientWidth)) {
		context.strokeText(text, left, y)
		context.fillText(text, left, y)
	}
}

/** Writes the name of what the mouse is over, on a ground of its own. */
export function drawHoverLabel(context: CanvasRenderingContext2D, { x, y, size, label }: Pick<NodeDisplayData, 'x' | 'y' | 'size' | 'label'>, look: LabelStyle): void {
	const text = label ?? ''
	context.font = fontOf(look, 600)
	context.textBaseline = 'middle'
	const { width } = context.measureText(text)
	const left = labelLeft({ x, size, width: width + ROOM }, context.canvas.clientWidth)
	const [begin, end] = [Math.min(left, x - size - LABEL_GAP), Math.max(left + width, x + size + LABEL_GAP)]
	context.fillStyle = look.ground
	context.strokeStyle = look.quiet
	context.beginPath()
	context.roundRect(begin - ROOM / 2, y - HEIGHT / 2, end - begin + ROOM, HEIGHT, 8)
	context.fill()
	context.stroke()
	context.fillStyle = look.text
	context.beginPath()
	context.arc(x, y, size, 0, 2 * Math.PI)
	context.fill()
	context.fillText(text, left, y)
}
